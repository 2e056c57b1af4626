import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { distanceTransform } from "@lib/image/distance_transform.ts";

Deno.test("distanceTransform() measures to the nearest pixel of the kind", () => {
  const rng = rngFromSeed(2);
  const [width, height] = [17, 11];
  const targets = Array.from({ length: width * height }, () => rng.uniform() < 0.05);
  const distances = distanceTransform(width, height, (i) => targets[i], 6);
  distances.forEach((distance, i) => {
    const all = targets.flatMap((isTarget, k) => {
      const [dx, dy] = [i % width - k % width, Math.floor(i / width) - Math.floor(k / width)];
      return isTarget ? [Math.hypot(dx, dy)] : [];
    });
    assertAlmostEquals(distance, Math.min(6, ...all), 1e-5);
  });
});

Deno.test("distanceTransform() is the most where there is no such pixel", () => {
  assertEquals([...distanceTransform(2, 1, () => false, 9)], [9, 9]);
});
