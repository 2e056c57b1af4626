import { assert, assertEquals, assertRejects } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { projectFeatures } from "@lib/evaluate/insight/project_features.ts";

/** Two groups of 30, far apart in ten dimensions. */
function groups(): { values: Float32Array; width: number } {
  const rng = rngFromSeed(4);
  const values = Float32Array.from({ length: 600 }, (_, i) => rng.normal() + (i < 300 ? 0 : 50));
  return { values, width: 10 };
}

Deno.test("projectFeatures() keeps groups apart, and does the same with the same seed", async () => {
  const places = await projectFeatures(groups(), rngFromSeed(1));
  assertEquals(places.length, 60);
  places.forEach(([x, y], i) => {
    const distances = places.map(([u, v], j) => i === j ? Infinity : Math.hypot(u - x, v - y));
    const nearest = distances.indexOf(Math.min(...distances));
    assertEquals(nearest < 30, i < 30);
  });
  assert(places.flat().every(Number.isFinite));
  assertEquals(await projectFeatures(groups(), rngFromSeed(1)), places);
});

Deno.test("projectFeatures() refuses a handful of images", async () => {
  const few = { values: new Float32Array(15 * 2), width: 2 };
  await assertRejects(
    () => projectFeatures(few, rngFromSeed(1)),
    RangeError,
    "Cannot map 15 images",
  );
});
