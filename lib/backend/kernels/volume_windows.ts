import type { backend_util } from "@tensorflow/tfjs";

/** Visits every input pixel that an output pixel of a convolution or pooling of volumes sees, those of
 * one output in the order of their window; what lies in the padding is left out.
 *
 * @param info geometry, as tfjs computes it, channels last
 * @param visit gets the numbers of the input and the output pixel in the batch, and that of the pixel of
 *   the window through which it is seen
 */
export function forEachMeeting(
  info: backend_util.Conv3DInfo,
  visit: (input: number, output: number, weight: number) => void,
): void {
  const { batchSize, padInfo } = info;
  const [D, H, W] = [info.inDepth, info.inHeight, info.inWidth];
  const planes = meetings(D, info.outDepth, info.filterDepth, info.strideDepth, padInfo.front);
  const rows = meetings(H, info.outHeight, info.filterHeight, info.strideHeight, padInfo.top);
  const columns = meetings(W, info.outWidth, info.filterWidth, info.strideWidth, padInfo.left);
  for (let n = 0; n < batchSize; n++) {
    for (const [z, outZ, k] of planes) {
      for (const [y, outY, i] of rows) {
        const [input, output] = [
          (n * D + z) * H + y,
          (n * info.outDepth + outZ) * info.outHeight + outY,
        ];
        const weight = k * info.filterHeight + i;
        for (const [x, outX, j] of columns) {
          visit(input * W + x, output * info.outWidth + outX, weight * info.filterWidth + j);
        }
      }
    }
  }
}

/** The same along one axis. */
function meetings(
  inSize: number,
  outSize: number,
  filterSize: number,
  stride: number,
  before: number,
): (readonly [input: number, output: number, weight: number])[] {
  return Array.from({ length: outSize * filterSize }, (_, at) => {
    const [output, weight] = [Math.floor(at / filterSize), at % filterSize];
    return [output * stride + weight - before, output, weight] as const;
  }).filter(([input]) => input >= 0 && input < inSize);
}
