import type { backend_util } from "@tensorflow/tfjs";

/** Walks over every pair of an output pixel and an input pixel that its window touches; taps in
 * the padding are left out.
 *
 * @param info geometry of the convolution or pooling, as tfjs computes it, channels last
 * @param visit gets the number of the input pixel in the batch (`(n × height + row) × width +
 *   column`), of the output pixel likewise, and of the tap (`row × filterWidth + column`)
 */
export function forEachTap(
  info: backend_util.Conv2DInfo,
  visit: (input: number, output: number, tap: number) => void,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = info;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo } = info;
  let output = 0;
  for (let n = 0; n < batchSize; n++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++, output++) {
        const top = outRow * strideHeight - padInfo.top;
        const left = outColumn * strideWidth - padInfo.left;
        for (let i = 0; i < filterHeight; i++) {
          const row = top + i * dilationHeight;
          if (row < 0 || row >= inHeight) continue;
          const start = (n * inHeight + row) * inWidth;
          for (let j = 0; j < filterWidth; j++) {
            const column = left + j * dilationWidth;
            if (column < 0 || column >= inWidth) continue;
            visit(start + column, output, i * filterWidth + j);
          }
        }
      }
    }
  }
}
