import type { backend_util } from "@tensorflow/tfjs";

interface PaddedAttributes {
  readonly pad: unknown;
  readonly strides: unknown;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/** Attributes of a convolution with its padding in numbers for each side, so that just the outputs that
 * tfjs lays out fit. Left alone, its kernels give zeros for the padding "same" where a stride is longer
 * than the filter, and where sizes are rounded, or padding is one number and the filter is not square
 * (tfjs counts outputs with its height alone), they write more outputs than there are, or fewer.
 *
 * @param attrs of the convolution
 * @param info its geometry, channels last
 * @throws {Error} if tfjs lays out fewer outputs than fit: no padding makes it so
 */
export function sideBySide<Attributes extends PaddedAttributes>(
  attrs: Attributes,
  info: backend_util.Conv2DInfo,
): Attributes {
  const { top, left } = info.padInfo;
  const filter = [info.effectiveFilterHeight, info.effectiveFilterWidth];
  const bottom = missing(info.outHeight, info.strideHeight, filter[0], info.inHeight + top);
  const right = missing(info.outWidth, info.strideWidth, filter[1], info.inWidth + left);
  if (bottom === undefined || right === undefined) {
    throw new Error(
      `Cannot convolve on backend wasm: found padding ${
        JSON.stringify(attrs.pad)
      } and a filter of ` +
        `${
          filter.join(" × ")
        } pixels, for which tfjs lays out ${info.outHeight} × ${info.outWidth} ` +
        "outputs, fewer than fit; wanted padding for each side: " +
        "[[0, 0], [top, bottom], [left, right], [0, 0]]",
    );
  }
  return {
    ...attrs,
    pad: [[0, 0], [top, bottom], [left, right], [0, 0]],
    dimRoundingMode: "floor",
  };
}

/** Padding at the end of an axis with which just these outputs fit, or `undefined` if more do without. */
function missing(
  outSize: number,
  stride: number,
  filterSize: number,
  present: number,
): number | undefined {
  const lacking = (outSize - 1) * stride + filterSize - present;
  return lacking <= -stride ? undefined : Math.max(0, lacking);
}
