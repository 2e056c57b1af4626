import { assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { wholeInk } from "@lib/predict/whole_ink.ts";

Deno.test("wholeInk() takes everything, however many parts it has", () => {
  const { box, ink } = wholeInk(drawing(".....", ".#.#.", "....."))!;
  assertEquals(box, { x: 1, y: 1, width: 3, height: 1 });
  assertEquals([...ink.pixels], [255, 0, 255]);
});

Deno.test("wholeInk() finds nothing on a blank sheet", () => {
  assertEquals(wholeInk(drawing("...", "...")), undefined);
});
