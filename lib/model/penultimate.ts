/** What a network has made of an image before it decides.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";
import { imageSide, pixelsPerImage } from "../image/digit_size.ts";

/** Numbers that describe images, as many for each. */
export interface Features {
  /** `[n × width]`, image by image. */
  readonly values: Float32Array;
  /** Numbers an image. */
  readonly width: number;
}

/** Images in memory as floats at a time. */
const batchSize = 256;

/** What the last dense layer of a network sees of each image: the features that all layers before it have worked
 * out, and by which alone it decides. Images whose features are near each other are alike to the network.
 *
 * @param model input `[batch, 28, 28, 1]` with pixels 0 to 1, and a dense layer
 * @param images `[n × 784]`, 0 paper to 255 full stroke
 * @throws {TypeError} if the model has no dense layer
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { penultimate } from "@lib/model/penultimate.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const model = await loadModel(projectPath("data", "model"));
 * const { values, width } = await penultimate(model, new Uint8Array(2 * 784));
 * strictEqual(values.length, 2 * width);
 * ```
 */
export async function penultimate(model: LayersModel, images: Uint8Array): Promise<Features> {
  const last = model.layers.findLast((layer) => layer.getClassName() === "Dense");
  if (last === undefined) {
    throw new TypeError(
      `Cannot take the features of ${model.name}: found no dense layer, wanted one`,
    );
  }
  const seen = last.input as tf.SymbolicTensor;
  const upTo = tf.model({ inputs: model.inputs, outputs: seen });
  const width = seen.shape[1]!;
  const size = images.length / pixelsPerImage;
  const values = new Float32Array(size * width);
  for (let first = 0; first < size; first += batchSize) {
    const end = Math.min(size, first + batchSize);
    const bytes = images.subarray(first * pixelsPerImage, end * pixelsPerImage);
    const pixels = Float32Array.from(bytes, (level) => level / 255);
    const output = tf.tidy(() =>
      upTo.predictOnBatch(tf.tensor4d(pixels, [end - first, imageSide, imageSide, 1])) as tf.Tensor
    );
    values.set(await output.data<"float32">(), first * width);
    output.dispose();
  }
  return { values, width };
}
