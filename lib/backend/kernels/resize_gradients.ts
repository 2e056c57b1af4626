/** Gradients of the resizings of images. tfjs's own take a resizing by the centres of pixels
 * (`halfPixelCenters`) for one by their corners, and see nothing of an axis of one pixel that is resized
 * to its nearest neighbour with aligned corners.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";

/** Of `tf.image.resizeNearestNeighbor`; in a plain loop.
 *
 * Inputs: `dy` `[batch, newHeight, newWidth, channels]`, `images` `[batch, height, width, channels]`.
 * Result: the shape of `images`.
 */
export const resizeNearestNeighborGrad: Kernel = defineKernel<
  tf.ResizeNearestNeighborGradInputs,
  tf.ResizeNearestNeighborAttrs
>(tf.ResizeNearestNeighborGrad, ({ inputs: { dy, images }, attrs, backend }) => {
  const { alignCorners, halfPixelCenters } = attrs;
  return toSources(backend, dy, images.shape, (pixel, newSize, size) => {
    const isAligned = alignCorners && newSize > 1;
    // In float32, as the forward kernel: its roundings decide which neighbour is the nearest.
    const scale = Math.fround(isAligned ? (size - 1) / (newSize - 1) : size / newSize);
    const position = Math.fround((halfPixelCenters ? pixel + 0.5 : pixel) * scale);
    const nearest = alignCorners ? Math.round(position) : Math.floor(position);
    return [[Math.min(size - 1, nearest), 1]];
  });
});

/** Of `tf.image.resizeBilinear`, likewise; left to tfjs without `halfPixelCenters`. */
export const resizeBilinearGrad: Kernel = defineKernel<
  tf.ResizeBilinearGradInputs,
  tf.ResizeBilinearAttrs
>(tf.ResizeBilinearGrad, (call, stock) => {
  const { inputs: { dy, images }, attrs, backend } = call;
  if (!attrs.halfPixelCenters) return stock(call);
  return toSources(backend, dy, images.shape, (pixel, newSize, size) => {
    const position = Math.max(0, (pixel + 0.5) * size / newSize - 0.5);
    const [before, part] = [Math.floor(position), position % 1];
    return [[before, 1 - part], [Math.min(size - 1, before + 1), part]];
  });
});

/** What a new pixel is made of along one axis: old pixels with their weights. */
type Sources = readonly (readonly [pixel: number, weight: number])[];

/** Gives the gradient of each new pixel to the old ones it is made of.
 *
 * @param sourcesOf of a new pixel of an axis that had `size` pixels and gets `newSize` */
function toSources(
  backend: BackendWasm,
  dyInfo: tf.TensorInfo,
  shape: number[],
  sourcesOf: (pixel: number, newSize: number, size: number) => Sources,
): tf.TensorInfo {
  const gradient = asFloat(backend, dyInfo);
  const result = backend.makeOutput(shape, "float32");
  const [dy, dx] = [floatsOf(backend, gradient), floatsOf(backend, result).fill(0)];
  const [batch, height, width, channels] = shape;
  const along = (size: number, newSize: number): Sources[] =>
    Array.from({ length: newSize }, (_, pixel) => sourcesOf(pixel, newSize, size));
  const [rows, columns] = [along(height, dyInfo.shape[1]), along(width, dyInfo.shape[2])];
  let from = 0;
  for (let n = 0; n < batch; n++) {
    for (const rowSources of rows) {
      for (const columnSources of columns) {
        for (const [row, rowWeight] of rowSources) {
          for (const [column, columnWeight] of columnSources) {
            const to = ((n * height + row) * width + column) * channels;
            const weight = rowWeight * columnWeight;
            for (let c = 0; c < channels; c++) dx[to + c] += dy[from + c] * weight;
          }
        }
        from += channels;
      }
    }
  }
  backend.disposeData(gradient.dataId);
  return result;
}
