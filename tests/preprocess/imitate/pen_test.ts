import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { pen } from "@lib/preprocess/imitate/pen.ts";
import { strokeWidth } from "@lib/preprocess/stroke_width.ts";
import { trim } from "@lib/preprocess/imitate/trim.ts";
import { bar, inkMass, inkOf } from "./shapes.ts";

Deno.test("pen() moves each edge by as much as was asked for, parts of pixels included", () => {
  for (const growth of [-1.5, -1, -0.3, 0.25, 1, 2.5]) {
    const drawn = pen(bar(6, 300), growth);
    assertAlmostEquals(inkMass(drawn) / 300, 6 + 2 * growth, 0.15, `growth ${growth}`);
  }
});

Deno.test("pen() makes room for broader strokes", () => {
  assertEquals(pen(inkOf("#"), 2), inkOf("..#..", ".###.", "#####", ".###.", "..#.."));
});

Deno.test("pen() leaves the ridge of a fine stroke", () => {
  const ring = inkOf("......", ".####.", ".#..#.", ".#..#.", ".####.", "......");
  assertEquals(trim(pen(ring, -3)), trim(ring));
  const tapered = pen(bar(3, 20), -5);
  assert(inkMass(tapered) > 15 && strokeWidth(tapered) <= 2, `${inkMass(tapered)}`);
});

Deno.test("pen() changes nothing where nothing is asked for", () => {
  assertEquals(pen(inkOf("#+."), 0), inkOf("#+."));
});
