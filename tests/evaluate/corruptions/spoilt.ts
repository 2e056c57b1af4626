import { rngFromSeed } from "@lib/base/rng.ts";
import { type Dataset, subset } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { corrupted } from "@lib/evaluate/corruptions/corrupted.ts";
import type { Severity } from "@lib/evaluate/corruptions/corruption.ts";
import type { CorruptionName } from "@lib/evaluate/corruptions/corruptions.ts";

/** Pixels. */
export const side = 28;
const { train } = await loadMnist();
/** Some of MNIST's training images. */
export const digits = subset(train, Array.from({ length: 40 }, (_, i) => i));
/** Paper without ink. */
export const blank: Dataset = {
  size: 20,
  images: new Uint8Array(20 * side * side),
  labels: new Uint8Array(20),
};

/** The images of a data set, corrupted. */
export function spoilt(
  dataset: Dataset,
  name: CorruptionName,
  seed = 1,
  severity?: Severity,
): Uint8Array {
  const options = { rng: rngFromSeed(seed), ...(severity && { severity }) };
  return corrupted(dataset, name, options).images;
}

/** Mean difference of the levels of two data sets, 0 to 255. */
export function change(before: Uint8Array, after: Uint8Array): number {
  return before.reduce((sum, level, i) => sum + Math.abs(level - after[i]), 0) / before.length;
}
