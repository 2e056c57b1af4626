import { assert, assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import {
  type Distortion,
  elasticDistort,
} from "@lib/preprocess/handwriting/writer/elastic_distort.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { bar, inkCentre, inkMass, inkOf } from "../../../support/shapes.ts";

const still: Distortion = { width: 1, height: 1, shear: 0, rotation: 0, waves: 0, waveLength: 8 };
const distorted = (
  change: Partial<Distortion>,
  ink = bar(6, 20),
): ReturnType<typeof elasticDistort> =>
  elasticDistort(ink, { ...still, ...change }, rngFromSeed(4));

Deno.test("elasticDistort() keeps the ink where nothing is asked for", () => {
  const ink = inkOf("......", ".#+...", "..##..");
  const { x, y, width, height } = inkBox(distorted({}, ink), 1)!;
  assertEquals([width, height], [3, 2]);
  const same = distorted({}, ink);
  const at = (row: number, column: number): number =>
    same.pixels[(y + row) * same.width + x + column];
  assertEquals([at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1)], [255, 128, 0, 0, 255]);
});

Deno.test("elasticDistort() scales width and height by themselves", () => {
  const { width, height } = inkBox(distorted({ width: 2, height: 0.5 }), 128)!;
  assertEquals([width, height], [12, 10]);
  assertAlmostEquals(inkMass(distorted({ width: 2, height: 0.5 })), 120, 3);
});

Deno.test("elasticDistort() slants to the right, and rotates anticlockwise", () => {
  const upper = (ink: ReturnType<typeof elasticDistort>): number => {
    const half = Math.floor(ink.height / 2);
    return inkCentre({ ...ink, height: half, pixels: ink.pixels.slice(0, half * ink.width) }).right;
  };
  assertAlmostEquals(upper(distorted({ shear: 0.4 })), 2, 0.3);
  assertAlmostEquals(upper(distorted({ rotation: 20 })), -1.7, 0.3);
  assertAlmostEquals(upper(distorted({})), 0, 0.01);
});

Deno.test("elasticDistort() with waves keeps most of the ink, and depends on the random numbers alone", () => {
  const wavy = distorted({ waves: 3 });
  assert(Math.abs(inkMass(wavy) - 120) < 40, `${inkMass(wavy)}`);
  assertEquals(wavy, distorted({ waves: 3 }));
  assert(
    wavy.pixels.join() !==
      elasticDistort(bar(6, 20), { ...still, waves: 3 }, rngFromSeed(5)).pixels.join(),
  );
});

Deno.test("elasticDistort() gives one pixel of paper where there is no ink", () => {
  assertEquals(distorted({ rotation: 30 }, inkOf("...", "...")), inkOf("."));
});
