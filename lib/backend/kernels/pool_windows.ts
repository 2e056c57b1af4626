/** The windows of a pooling.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** Whether a pooling is over 2 × 2 pixels, side by side, as the SIMD kernels take it.
 *
 * @param info geometry of the pooling
 * @param dtype of the images
 * @returns `[n, h, w, C]` of the images if so, else `undefined` */
export function twoByTwo(
  info: tf.backend_util.Conv2DInfo,
  dtype: string,
): [number, number, number, number] | undefined {
  const { batchSize, inHeight, inWidth, inChannels, padInfo } = info;
  const isPlain = dtype === "float32" && info.dataFormat === "channelsLast" &&
    info.filterHeight === 2 && info.filterWidth === 2 &&
    info.strideHeight === 2 && info.strideWidth === 2 &&
    info.dilationHeight === 1 && info.dilationWidth === 1 &&
    padInfo.top === 0 && padInfo.left === 0 &&
    info.outHeight === inHeight >> 1 && info.outWidth === inWidth >> 1;
  return isPlain ? [batchSize, inHeight, inWidth, inChannels] : undefined;
}

/** Whether tfjs's own kernels compute a pooling rightly. Its window must be more than one pixel (for
 * one, they copy the images whole, whatever the stride), each window must reach into the image (in its
 * padding they see the edge, or nothing), and the outputs must be as many as fit into the padded image:
 * so many they write, be there room or not. More there are where sizes are rounded up, fewer where
 * padding is given as a number and the window is not square, for tfjs counts with its height alone.
 *
 * @param info geometry of the pooling */
export function isStockPooling(info: tf.backend_util.Conv2DInfo): boolean {
  const { padInfo: { top, bottom, left, right }, filterHeight, filterWidth } = info;
  return filterHeight * filterWidth > 1 &&
    Math.max(top, bottom) < filterHeight && Math.max(left, right) < filterWidth &&
    info.outHeight === fitting(top + info.inHeight + bottom, filterHeight, info.strideHeight) &&
    info.outWidth === fitting(left + info.inWidth + right, filterWidth, info.strideWidth);
}

function fitting(size: number, filterSize: number, stride: number): number {
  return Math.floor((size - filterSize) / stride) + 1;
}

/** The geometry of the pooling that gave outputs of a shape: how sizes were rounded, tfjs does not tell
 * the gradients.
 *
 * @param shape of the images
 * @param outShape of the outputs
 * @param attrs of the gradient */
export function poolingOf(
  shape: number[],
  outShape: number[],
  { filterSize, strides, pad }: tf.AvgPoolGradAttrs,
): tf.backend_util.Conv2DInfo {
  const infos = (["floor", "round", "ceil"] as const).map((rounding) =>
    tf.backend_util.computePool2DInfo(
      shape as [number, number, number, number],
      filterSize,
      strides,
      1,
      pad,
      typeof pad === "string" ? undefined : rounding,
    )
  );
  return infos.find((info) => tf.util.arraysEqual(info.outShape, outShape)) ?? infos[0];
}

/** Walks over the windows of a pooling in the order of its output pixels; what lies in the padding is
 * cut off.
 *
 * @param info geometry of the pooling, as tfjs computes it, channels last
 * @param visit gets the number of the output pixel in the batch, that of the window's first input
 *   pixel (`(n × height + row) × width + column`), and the rows and columns of the window; one of them
 *   is 0 where all of it lies in the padding
 */
export function forEachWindow(
  info: tf.backend_util.Conv2DInfo,
  visit: (output: number, first: number, rows: number, columns: number) => void,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, padInfo } = info;
  let output = 0;
  for (let n = 0; n < batchSize; n++) {
    for (let i = 0; i < outHeight; i++) {
      const top = i * info.strideHeight - padInfo.top;
      const row = Math.max(0, top);
      const rows = Math.max(0, Math.min(inHeight, top + info.filterHeight) - row);
      for (let j = 0; j < outWidth; j++, output++) {
        const left = j * info.strideWidth - padInfo.left;
        const column = Math.max(0, left);
        const columns = Math.max(0, Math.min(inWidth, left + info.filterWidth) - column);
        visit(output, (n * inHeight + row) * inWidth + column, rows, columns);
      }
    }
  }
}
