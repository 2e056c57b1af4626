/** Batches of images, in order or shuffled.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import { augment, type Augmentation } from "./augment.ts";
import { type Epoch, newEpoch, variationOf } from "./epoch.ts";
import { gatherImages } from "./gather_images.ts";
import { scaleToUnit } from "./scale_to_unit.ts";

/** Images and labels that are trained or scored together. */
export interface Batch {
  /** `[size × 784]`, grey values 0…1. */
  readonly pixels: Float32Array<ArrayBuffer>;
  /** `[size]`, digits 0 to 9, or `nonDigitClass`. */
  readonly labels: Uint8Array;
  /** How many images there are. */
  readonly size: number;
}

/** A run of positions in the order of an epoch. */
export interface Positions {
  /** The first position, from 0. */
  readonly first: number;
  /** How many images there are. */
  readonly size: number;
}

/** The images of a data set in their order, batch by batch.
 *
 * Images stay bytes until here: only one batch at a time exists as floats.
 *
 * @param batchSize how many images; the last batch is smaller where they do not divide
 * @throws {RangeError} if the batch size is not a positive integer
 */
export function orderedBatches(dataset: Dataset, batchSize: number): Generator<Batch, void> {
  checkBatchSize(batchSize);
  const order = Uint32Array.from({ length: dataset.size }, (_, i) => i);
  return batchesOf(dataset, { order, seed: 0 }, { batchSize });
}

/** The images of a data set in random order, batch by batch: one epoch of training.
 *
 * @param batchSize how many images; the last batch is smaller where they do not divide
 * @param rng decides the order and the augmentation; give each epoch its own, `rng.fork(epoch)`
 * @param augmentation how images are varied; left as they are by default
 * @throws {RangeError} if the batch size is not a positive integer; with the first batch, if a limit of
 * the augmentation is out of range
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { shuffledBatches } from "@lib/preprocess/dataset/batches.ts";
 * import { deepStrictEqual } from "node:assert";
 * const five = { images: new Uint8Array(5 * 784), labels: new Uint8Array(5), size: 5 };
 * const sizes = [...shuffledBatches(five, 2, rngFromSeed(1))].map(({ size }) => size);
 * deepStrictEqual(sizes, [2, 2, 1]); // every image takes part
 * ```
 */
export function shuffledBatches(
  dataset: Dataset,
  batchSize: number,
  rng: Rng,
  augmentation?: Augmentation,
): Generator<Batch, void> {
  checkBatchSize(batchSize);
  return batchesOf(dataset, newEpoch(dataset.size, rng), {
    batchSize,
    ...(augmentation && { augmentation }),
  });
}

/** The images at some positions of an epoch: a batch of it, or a worker's part of one.
 *
 * @param augmentation how images are varied; left as they are by default
 * @throws {RangeError} if a limit of the augmentation is out of range
 */
export function epochBatch(
  dataset: Dataset,
  epoch: Epoch,
  { first, size }: Positions,
  augmentation?: Augmentation,
): Batch {
  const indices = epoch.order.subarray(first, first + size);
  const { bytes, labels } = gatherImages(dataset, indices);
  const pixels = scaleToUnit(bytes);
  if (augmentation === undefined) return { pixels, labels, size };
  return { pixels: augment(pixels, variationOf(epoch), augmentation, { first }), labels, size };
}

function* batchesOf(
  dataset: Dataset,
  epoch: Epoch,
  { batchSize, augmentation }: {
    readonly batchSize: number;
    readonly augmentation?: Augmentation;
  },
): Generator<Batch, void> {
  const { length } = epoch.order;
  for (let first = 0; first < length; first += batchSize) {
    const size = Math.min(batchSize, length - first);
    yield epochBatch(dataset, epoch, { first, size }, augmentation);
  }
}

function checkBatchSize(batchSize: number): void {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`Cannot make batches of ${batchSize} images: must be a positive integer`);
  }
}
