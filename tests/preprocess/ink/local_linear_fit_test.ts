import { assertAlmostEquals } from "../../support/assert.ts";
import { localLinearFit } from "@lib/preprocess/ink/local_linear_fit.ts";

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
