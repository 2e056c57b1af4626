import type { backend_util } from "@tensorflow/tfjs";

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
