import { assertEquals, assertThrows } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { nearestMean } from "@lib/evaluate/nearest_mean.ts";
import { predictBatches } from "@lib/model/predict_batches.ts";
import { datasetOf } from "./support.ts";

await initBackend("wasm");

const rng = rngFromSeed(5);

/** Images of noise, three of each digit. */
function noise(): Dataset {
  const dataset = datasetOf(Array.from({ length: 30 }, (_, i) => i % 10));
  for (let i = 0; i < dataset.images.length; i++) dataset.images[i] = rng.integer(256);
  return dataset;
}

/** The digit whose mean image is the nearest, worked out pixel by pixel. */
function nearest({ images, labels }: Dataset, image: Uint8Array): number {
  const distances = Array.from({ length: 10 }, (_, digit) => {
    const own = [...labels.keys()].filter((i) => labels[i] === digit);
    return image.reduce((sum, level, pixel) => {
      const mean = own.reduce((all, i) => all + images[784 * i + pixel], 0) / own.length;
      return sum + (level - mean) ** 2;
    }, 0);
  });
  return distances.indexOf(Math.min(...distances));
}

Deno.test("nearestMean() reads each image as the digit whose mean is the nearest", async () => {
  const [learned, unseen] = [noise(), noise()];
  const model = nearestMean(learned);
  const { labels } = await predictBatches(model, unseen.images);
  model.dispose();
  const wanted = Array.from(
    labels,
    (_, i) => nearest(learned, unseen.images.subarray(784 * i, 784 * (i + 1))),
  );
  assertEquals([...labels], wanted);
});

Deno.test("nearestMean() refuses data in which a digit is missing", () => {
  assertThrows(
    () => nearestMean(datasetOf([0, 1, 2, 3, 4, 5, 6, 8, 9])),
    RangeError,
    "Cannot take the mean image of 7: found none",
  );
});
