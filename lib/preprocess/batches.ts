import type { Rng } from "../base/rng.ts";
import { type Dataset, pixelsPerImage } from "../download/dataset.ts";
import { augment, type Augmentation } from "./augment.ts";

/** Images and labels that are trained or scored together. */
export interface Batch {
  /** `[size × 784]`, grey values 0…1. */
  readonly pixels: Float32Array<ArrayBuffer>;
  /** `[size]`, digits 0 to 9. */
  readonly labels: Uint8Array<ArrayBuffer>;
  readonly size: number;
}

/** The images of a data set in their order, batch by batch.
 *
 * Images stay bytes until here: only one batch at a time exists as floats.
 *
 * @param batchSize how many images; the last batch is smaller where they do not divide
 * @throws {RangeError} if the batch size is no positive integer
 */
export function orderedBatches(dataset: Dataset, batchSize: number): Generator<Batch, void> {
  checkBatchSize(batchSize);
  return batchesOf(dataset, Uint32Array.from({ length: dataset.size }, (_, i) => i), batchSize);
}

/** The images of a data set in random order, batch by batch: one epoch of training.
 *
 * @param batchSize how many images; the last batch is smaller where they do not divide
 * @param rng decides the order, then the augmentation; give each epoch its own, `rng.fork(epoch)`
 * @param augmentation how images are varied; left as they are by default
 * @throws {RangeError} if the batch size is no positive integer; with the first batch, if a limit of
 * the augmentation is out of range
 */
export function shuffledBatches(
  dataset: Dataset,
  batchSize: number,
  rng: Rng,
  augmentation?: Augmentation,
): Generator<Batch, void> {
  checkBatchSize(batchSize);
  const batches = batchesOf(dataset, rng.permutation(dataset.size), batchSize);
  return augmentation === undefined ? batches : varied(batches, rng, augmentation);
}

function* batchesOf(
  { images, labels }: Dataset,
  order: Uint32Array,
  batchSize: number,
): Generator<Batch, void> {
  for (let first = 0; first < order.length; first += batchSize) {
    const size = Math.min(batchSize, order.length - first);
    const batch = {
      pixels: new Float32Array(size * pixelsPerImage),
      labels: new Uint8Array(size),
      size,
    };
    for (let i = 0; i < size; i++) {
      const from = order[first + i] * pixelsPerImage;
      const to = i * pixelsPerImage;
      for (let p = 0; p < pixelsPerImage; p++) batch.pixels[to + p] = images[from + p] / 255;
      batch.labels[i] = labels[order[first + i]];
    }
    yield batch;
  }
}

function* varied(
  batches: Iterable<Batch>,
  rng: Rng,
  augmentation: Augmentation,
): Generator<Batch, void> {
  for (const batch of batches) {
    yield { ...batch, pixels: augment(batch.pixels, rng, augmentation) };
  }
}

function checkBatchSize(batchSize: number): void {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`Cannot make batches of ${batchSize} images: must be a positive integer`);
  }
}
