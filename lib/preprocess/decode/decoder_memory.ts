import type { Metadata } from "sharp";
import { firstBytes } from "./first_bytes.ts";
import { ImageError } from "./image_error.ts";

/** What a decoder may hold of a picture at once, in bytes. */
const mostBytes = 240 * 2 ** 20;

const kinds: Partial<Record<string, string>> = {
  jpeg: "progressive JPEG",
  png: "interlaced PNG",
  webp: "WebP",
  gif: "GIF",
  heif: "AVIF",
};

/** Refuses pictures whose decoder must hold all of them in memory at once, where that is too much.
 * Others are decoded strip by strip, or made smaller meanwhile.
 *
 * @param name the file's name, for the message
 * @param bytes the file's
 * @throws {ImageError} if more than 240 MiB are needed
 */
export function checkDecoderMemory(name: string, metadata: Metadata, bytes: Uint8Array): void {
  const { width, height, format } = metadata;
  checkWholePicture(name, kinds[format] ?? format, width * height, bytesPerPixel(metadata, bytes));
}

/** Refuses a picture of a kind that is decoded as a whole, where that needs too much memory.
 *
 * @param kind as the message calls it: "GIF"
 * @param pixels how many there are
 * @param bytesPerPixel what the decoder holds of each, until the last one is read
 * @throws {ImageError} if more than 240 MiB are needed
 */
export function checkWholePicture(
  name: string,
  kind: string,
  pixels: number,
  bytesPerPixel: number,
): void {
  if (pixels * bytesPerPixel <= mostBytes) return;
  const most = Math.floor(mostBytes / bytesPerPixel / 1e6);
  const found = Math.ceil(pixels / 1e6);
  throw new ImageError(
    name,
    `found ${found} megapixels, wanted at most ${most} in a file of this kind (${kind}), which is ` +
      "decoded as a whole; make it smaller, or save it as a plain JPEG",
  );
}

/** As measured with libvips 8.18. */
function bytesPerPixel(metadata: Metadata, bytes: Uint8Array): number {
  const { format, isProgressive, channels, depth, chromaSubsampling } = metadata;
  if (format === "jpeg" && isProgressive) {
    // Two bytes for each coefficient; colour at a quarter of the places takes half as many.
    return chromaSubsampling === "4:2:0" ? 3 : 2 * channels;
  }
  if (format === "png" && isProgressive) return channels * (depth === "ushort" ? 2 : 1);
  // Lossy WebP without any extras is made smaller while it is decoded.
  if (format === "webp") return firstBytes(bytes).slice(12, 16) === "VP8 " ? 0 : 4.1;
  if (format === "gif") return 4.2;
  return format === "heif" ? 20 : 0;
}
