import { ImageError } from "./image_error.ts";

/** The largest file that is read: a photo of 100 megapixels as a JPEG of the best quality. */
export const maxFileBytes = 64 * 2 ** 20;

/** @throws {ImageError} if there are no bytes, or more than {@link maxFileBytes} */
export function checkFileBytes(name: string, size: number): void {
  if (size === 0) throw new ImageError(name, "found an empty file, wanted an image");
  if (size > maxFileBytes) {
    const found = (size / 2 ** 20).toFixed(1);
    throw new ImageError(name, `found ${found} MiB, wanted at most ${maxFileBytes / 2 ** 20} MiB`);
  }
}
