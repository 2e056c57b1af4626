import { assertAlmostEquals } from "../../support/assert.ts";
import { localLinearFit } from "@lib/preprocess/ink/local_linear_fit.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

const [width, height] = [30, 20];

function gridOf(value: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: width * height }, (_, i) => {
    return value(i % width, Math.floor(i / width));
  });
}

Deno.test("localLinearFit() follows a slope to the corners", () => {
  const values = gridOf((x, y) => 40 + 3 * x - 2 * y);
  const planes = localLinearFit({ width, height, values }, gridOf(() => 1), 8);
  // The guard against places in a line flattens the slopes by a hair.
  planes.forEach((value, i) => assertAlmostEquals(value, values[i], 0.5));
});

Deno.test("localLinearFit() leaves out what has no weight", () => {
  const isInk = (x: number, y: number): boolean => x > 10 && x < 15 && y > 5;
  const values = gridOf((x, y) => isInk(x, y) ? 0 : 100 + x);
  const weights = gridOf((x, y) => isInk(x, y) ? 0 : 1);
  const planes = localLinearFit({ width, height, values }, weights, 8);
  assertAlmostEquals(planes[12 * width + 12], 112, 0.2);
});

Deno.test("localLinearFit() gives the value itself where nothing counts, a mean at one place", () => {
  const one = { width: 1, height: 1, values: Float64Array.of(7) };
  assertAlmostEquals(localLinearFit(one, Float64Array.of(0), 2)[0], 7);
  assertAlmostEquals(localLinearFit(one, Float64Array.of(1), 2)[0], 7);
});

Deno.test("localLinearFit() with weights other than 0 and 1 finds what summing every square finds", () => {
  const rng = rngFromSeed(2);
  const values = gridOf(() => rng.integer(256));
  const weights = gridOf(() => rng.integer(3) * rng.uniform());
  // Around one place, a plane through values on a plane is that plane, whatever their weights.
  const plane = gridOf((x, y) => 20 + 2 * x + 4 * y);
  const found = localLinearFit({ width, height, values: plane }, weights, 9);
  found.forEach((value, i) => assertAlmostEquals(value, plane[i], 0.9));
  const means = localLinearFit({ width, height, values }, weights, 99);
  const slope = (at: number): number => means[at + 1] - means[at];
  // All places in reach: one plane for all of them.
  for (let x = 0; x + 1 < width; x++) assertAlmostEquals(slope(x), slope(width), 1e-6);
});
