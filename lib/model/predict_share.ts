import type { LayersModel } from "../backend/layers_model.ts";
import { pixelsPerImage } from "../image/digit_size.ts";
import { predictBatches } from "./predict_batches.ts";

/** What the cores that predict together see of each other, all of it in shared memory. */
export interface SharedPrediction {
  /** `[n × 784]`. */
  readonly images: Uint8Array<SharedArrayBuffer>;
  /** `[n]`, filled in bit by bit. */
  readonly labels: Uint8Array<SharedArrayBuffer>;
  /** `[n × classes]`, filled in bit by bit. */
  readonly probabilities: Float32Array<SharedArrayBuffer>;
  /** `[1]`, the first image that nobody has taken yet. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Images that a core takes at a time: enough to keep it busy, few enough that all end at the same time. */
const share = 256;

/** Predicts images that no other core has taken, share by share, until all are taken.
 *
 * @param onProgress hears after each share how many images are taken, by whomever, 0 to 1
 */
export async function predictShare(
  model: LayersModel,
  { images, labels, probabilities, next }: SharedPrediction,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const size = labels.length;
  for (let first; (first = Atomics.add(next, 0, share)) < size;) {
    const end = Math.min(size, first + share);
    const part = images.subarray(first * pixelsPerImage, end * pixelsPerImage);
    const said = await predictBatches(model, part, { batchSize: share });
    labels.set(said.labels, first);
    probabilities.set(said.probabilities, first * (said.probabilities.length / (end - first)));
    onProgress?.(Math.min(1, Atomics.load(next, 0) / size));
  }
}
