import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { holes } from "@lib/image/holes.ts";

Deno.test("holes() finds the paper inside closed strokes alone", () => {
  const image = inkOf("###.#.#", "#.#.#.#", "###.###");
  assertEquals(
    [...holes(image, 128)].map((inside, i) => inside === 1 ? i : -1).filter((i) => i >= 0),
    [8],
  );
});
