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
