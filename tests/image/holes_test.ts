import { assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { holes } from "@lib/image/holes.ts";

Deno.test("holes() finds the paper inside closed strokes alone", () => {
  const image = drawing("###.#.#", "#.#.#.#", "###.###");
  assertEquals(
    [...holes(image, 128)].map((inside, i) => inside === 1 ? i : -1).filter((i) => i >= 0),
    [8],
  );
});
