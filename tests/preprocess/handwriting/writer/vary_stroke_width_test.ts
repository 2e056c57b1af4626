import { assert, assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { varyStrokeWidth } from "@lib/preprocess/handwriting/writer/vary_stroke_width.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { bar, inkMass, inkOf } from "../../../support/shapes.ts";

Deno.test("varyStrokeWidth() moves each edge by as much as was asked for, parts of pixels included", () => {
  for (const growth of [-1.5, -1, -0.3, 0.25, 1, 2.5]) {
    const drawn = varyStrokeWidth(bar(6, 300), growth);
    assertAlmostEquals(inkMass(drawn) / 300, 6 + 2 * growth, 0.15, `growth ${growth}`);
  }
});

Deno.test("varyStrokeWidth() makes room for broader strokes", () => {
  assertEquals(varyStrokeWidth(inkOf("#"), 2), inkOf("..#..", ".###.", "#####", ".###.", "..#.."));
});

Deno.test("varyStrokeWidth() leaves the ridge of a fine stroke", () => {
  const ring = inkOf("......", ".####.", ".#..#.", ".#..#.", ".####.", "......");
  assertEquals(cropToInk(varyStrokeWidth(ring, -3)), cropToInk(ring));
  const tapered = varyStrokeWidth(bar(3, 20), -5);
  assert(inkMass(tapered) > 15 && strokeWidth(tapered) <= 2, `${inkMass(tapered)}`);
});

Deno.test("varyStrokeWidth() changes nothing where nothing is asked for", () => {
  assertEquals(varyStrokeWidth(inkOf("#+."), 0), inkOf("#+."));
});
