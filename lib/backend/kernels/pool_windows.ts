/** The windows of a pooling.
 *
 * @module
 */

import type { backend_util } from "@tensorflow/tfjs";

/** Whether a pooling is over 2 × 2 pixels, side by side, as the SIMD kernels take it.
 *
 * @param info geometry of the pooling
 * @param dtype of the images
 * @returns `[n, h, w, C]` of the images if so, else `undefined` */
export function twoByTwo(
  info: backend_util.Conv2DInfo,
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

/** Walks over the windows of a pooling in the order of its output pixels; what lies in the padding is
 * cut off.
 *
 * @param info geometry of the pooling, as tfjs computes it, channels last
 * @param visit gets the number of the output pixel in the batch, that of the window's first input
 *   pixel (`(n × height + row) × width + column`), and the rows and columns of the window; one of them
 *   is 0 where all of it lies in the padding
 */
export function forEachWindow(
  info: backend_util.Conv2DInfo,
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
