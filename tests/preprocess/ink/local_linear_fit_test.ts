import { assertAlmostEquals } from "../../support/assert.ts";
import { type Grid, localLinearFit } from "@lib/preprocess/ink/local_linear_fit.ts";
import { smoothLimits } from "@lib/preprocess/ink/light_limits.ts";
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

Deno.test("localLinearFit() of whole values is the least squares of every place's square", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 20; round++) {
    const [wide, high, radius] = [1 + rng.integer(12), 1 + rng.integer(12), 1 + rng.integer(8)];
    const values = Float64Array.from({ length: wide * high }, () => rng.integer(256));
    const weights = values.map(() => Number(rng.uniform() < 0.7));
    const found = localLinearFit({ width: wide, height: high, values }, weights, radius);
    found.forEach((value, at) => {
      const wanted = planeOf(at, { width: wide, height: high, values }, weights, radius);
      assertAlmostEquals(value, wanted, 1e-8, `${round}`);
    });
  }
});

/** The plane around a place, by its normal equations. */
function planeOf(
  place: number,
  { width: wide, values }: Grid,
  weights: Float64Array,
  radius: number,
): number {
  const [x, y] = [place % wide, Math.floor(place / wide)];
  const near = [...values.keys()].filter((at) => {
    return weights[at] > 0 && Math.abs(at % wide - x) <= radius &&
      Math.abs(Math.floor(at / wide) - y) <= radius;
  });
  if (near.length === 0) return values[place];
  const meanOf = (of: (at: number) => number): number => {
    return near.reduce((sum, at) => sum + of(at), 0) / near.length;
  };
  const [mx, my] = [meanOf((at) => at % wide), meanOf((at) => Math.floor(at / wide))];
  const mv = meanOf((at) => values[at]);
  const [dx, dy] = [
    (at: number): number => at % wide - mx,
    (at: number): number => Math.floor(at / wide) - my,
  ];
  const xx = meanOf((at) => dx(at) ** 2) + smoothLimits.ridge;
  const yy = meanOf((at) => dy(at) ** 2) + smoothLimits.ridge;
  const xy = meanOf((at) => dx(at) * dy(at));
  const xv = meanOf((at) => dx(at) * (values[at] - mv));
  const yv = meanOf((at) => dy(at) * (values[at] - mv));
  const slopes = [xv * yy - yv * xy, yv * xx - xv * xy].map((part) => part / (xx * yy - xy * xy));
  return mv + slopes[0] * (x - mx) + slopes[1] * (y - my);
}
