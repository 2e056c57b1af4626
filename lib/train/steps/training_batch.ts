import type { Dataset } from "../../download/dataset.ts";
import { type Batch, epochBatch, type Positions } from "../../preprocess/dataset/batches.ts";
import { type Epoch, variationOf } from "../../preprocess/dataset/epoch.ts";
import { scaleToUnit } from "../../preprocess/dataset/scale_to_unit.ts";
import { type Variation, variations } from "./variations.ts";

/** The images at some positions of an epoch, varied as a run wishes: a batch, or a worker's part of one.
 *
 * @throws {RangeError} if a limit of the augmentation is out of range
 */
export function trainingBatch(
  dataset: Dataset,
  epoch: Epoch,
  { first, size }: Positions,
  variation: Variation,
): Batch {
  if (typeof variation !== "string") return epochBatch(dataset, epoch, { first, size }, variation);
  const indices = epoch.order.subarray(first, first + size);
  const { images, labels } = variations[variation](dataset, indices, variationOf(epoch), { first });
  return { pixels: scaleToUnit(images), labels, size };
}
