import { assertEquals } from "../support/assert.ts";
import { boxAround } from "@lib/image/box.ts";

Deno.test("boxAround() fits around boxes", () => {
  const boxes = [{ x: 5, y: 5, width: 1, height: 9 }, { x: 2, y: 8, width: 2, height: 2 }];
  assertEquals(boxAround(boxes), { x: 2, y: 5, width: 4, height: 9 });
});
