import type { Dataset } from "../../download/dataset.ts";
import { pixelsPerImage } from "../../image/digit_size.ts";

/** Some images of a data set, as they are.
 *
 * @param indices which images; they may occur several times
 * @returns `bytes` `[size × 784]` and `labels` `[size]`, copied
 */
export function gatherImages(
  { images, labels }: Dataset,
  indices: Uint32Array,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly labels: Uint8Array<ArrayBuffer> } {
  const bytes = new Uint8Array(indices.length * pixelsPerImage);
  for (let i = 0; i < indices.length; i++) {
    const from = indices[i] * pixelsPerImage;
    bytes.set(images.subarray(from, from + pixelsPerImage), i * pixelsPerImage);
  }
  return { bytes, labels: Uint8Array.from(indices, (index) => labels[index]) };
}
