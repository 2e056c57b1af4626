import fc from "fast-check";
import { assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { pixelHistogram } from "@lib/preprocess/dataset/pixel_histogram.ts";
import { pixelStatistics } from "@lib/preprocess/dataset/pixel_statistics.ts";
import { scaleToUnit } from "@lib/preprocess/dataset/scale_to_unit.ts";
import { standardise } from "@lib/preprocess/dataset/standardise.ts";
import { syntheticDataset } from "./synthetic_dataset.ts";

Deno.test("scaleToUnit() maps 0…255 to 0…1, and each value back to its byte", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
  const pixels = scaleToUnit(bytes);
  assertEquals([pixels[0], pixels[51], pixels[255]], [0, Math.fround(0.2), 1]);
  assertEquals(Uint8Array.from(pixels, (value) => Math.round(value * 255)), bytes);
});

Deno.test("pixelHistogram() counts every grey value", () => {
  const images = new Uint8Array(784);
  images.set([7, 7, 255]);
  const counts = pixelHistogram({ images, labels: new Uint8Array(1), size: 1 });
  assertEquals([counts[0], counts[7], counts[255]], [781, 2, 1]);
  assertEquals(counts.reduce((a, b) => a + b), 784);
});

Deno.test("pixelStatistics() agrees with the definitions of mean and deviation", () => {
  const images = fc.uint8Array({ minLength: 784, maxLength: 784 });
  fc.assert(fc.property(images, (images) => {
    const values = Array.from(images, (value) => value / 255);
    const mean = values.reduce((a, b) => a + b) / 784;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / 784;
    const found = pixelStatistics({ images, labels: new Uint8Array(1), size: 1 });
    assertAlmostEquals(found.mean, mean, 1e-12);
    assertAlmostEquals(found.deviation, Math.sqrt(variance), 1e-12);
  }));
});

Deno.test("pixelStatistics() refuses an empty data set", () => {
  assertThrows(() => pixelStatistics(syntheticDataset([0])), RangeError, "found 0 images");
});

Deno.test("standardise() gives the measured data set mean 0 and deviation 1", () => {
  const dataset = syntheticDataset([3, 3]);
  const pixels = standardise(scaleToUnit(dataset.images), pixelStatistics(dataset));
  const mean = pixels.reduce((a, b) => a + b) / pixels.length;
  const variance = pixels.reduce((a, b) => a + (b - mean) ** 2, 0) / pixels.length;
  assertAlmostEquals(mean, 0, 1e-6);
  assertAlmostEquals(variance, 1, 1e-6);
});

Deno.test("standardise() refuses a deviation that is not positive", () => {
  for (const deviation of [0, -1, NaN]) {
    assertThrows(
      () => standardise(new Float32Array(784), { mean: 0, deviation }),
      RangeError,
      `found a deviation of ${deviation}, wanted more than 0`,
    );
  }
});
