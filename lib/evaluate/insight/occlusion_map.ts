/** Which parts of an image a network relies on.
 *
 * @module
 */

import type { LayersModel } from "../../backend/layers_model.ts";
import { imageSide, pixelsPerImage } from "../../image/digit_size.ts";
import { predictBatches } from "../../model/predict_batches.ts";

/** Pixels of the side of what covers a part. With less, a stroke is never covered; with more, the map tells no
 * parts apart. A stroke of MNIST is two to three pixels wide. */
const side = 5;

/** How probable a digit remains when a part of its image is covered with paper: a square of 5 × 5 pixels around
 * each pixel in turn ([Zeiler and Fergus, 2014](https://arxiv.org/abs/1311.2901), section 4.2).
 *
 * @param model as `predictBatches` takes it
 * @param pixels `[784]`, 0 paper to 255 full stroke
 * @param digit whose probability it is, 0 to 9
 * @returns `[28 × 28]`, at each pixel the probability when the square is around it
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { imageAt } from "@lib/download/dataset.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { occlusionMap } from "@lib/evaluate/insight/occlusion_map.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { ok } from "node:assert";
 * await initBackend();
 * const model = await loadModel(projectPath("data", "model"));
 * const { train } = await loadMnist();
 * const map = await occlusionMap(model, imageAt(train, 0), train.labels[0]);
 * ok(Math.min(...map) < map[0]); // a corner of the paper matters least
 * ```
 */
export async function occlusionMap(
  model: LayersModel,
  pixels: Uint8Array,
  digit: number,
): Promise<Float32Array> {
  const images = new Uint8Array(pixelsPerImage * pixelsPerImage);
  for (let at = 0; at < pixelsPerImage; at++) {
    const image = images.subarray(at * pixelsPerImage, (at + 1) * pixelsPerImage);
    image.set(pixels);
    cover(image, at % imageSide, Math.floor(at / imageSide));
  }
  const { probabilities } = await predictBatches(model, images);
  const classes = probabilities.length / pixelsPerImage;
  return Float32Array.from(pixels, (_, at) => probabilities[at * classes + digit]);
}

function cover(image: Uint8Array, x: number, y: number): void {
  const reach = (side - 1) / 2;
  for (let row = Math.max(0, y - reach); row <= Math.min(imageSide - 1, y + reach); row++) {
    const first = row * imageSide;
    image.fill(0, first + Math.max(0, x - reach), first + Math.min(imageSide, x + reach + 1));
  }
}
