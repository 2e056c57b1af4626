import { thousands } from "../../base/format.ts";
import type { Metadata } from "sharp";
import { ImageError } from "./image_error.ts";
import { decodeLimits, decoderBytesPerPixel } from "./limits.ts";

/** What messages call the kinds of files that are decoded as a whole. */
const kinds: Partial<Record<string, string>> = {
  jpeg: "progressive JPEG",
  png: "interlaced PNG",
  webp: "WebP",
  gif: "GIF",
  heif: "AVIF",
};

/** Refuses an empty file, and one that is larger than {@link decodeLimits} allow.
 *
 * @param name the file's name, for the message
 * @param size bytes
 * @throws {ImageError} if there are no bytes, or too many
 */
export function checkFileBytes(name: string, size: number): void {
  const { maxFileBytes } = decodeLimits;
  if (size === 0) throw new ImageError(name, "found an empty file, wanted an image");
  if (size > maxFileBytes) {
    const found = (size / 2 ** 20).toFixed(1);
    throw new ImageError(name, `found ${found} MiB, wanted at most ${maxFileBytes / 2 ** 20} MiB`);
  }
}

/** Refuses a picture of more pixels than {@link decodeLimits} allow.
 *
 * @param name the file's name, for the message
 * @throws {ImageError} if there are too many
 */
export function checkPixelCount(name: string, width: number, height: number): void {
  const { maxPixels } = decodeLimits;
  if (width * height <= maxPixels) return;
  const [columns, rows] = [width, height].map(thousands);
  const most = `${maxPixels / 1e6} megapixels`;
  throw new ImageError(name, `found ${columns} × ${rows} pixels, wanted at most ${most}`);
}

/** Refuses a picture whose decoder must hold all of it in memory at once, where that is too much.
 * Others are decoded strip by strip, or made smaller meanwhile.
 *
 * @param name the file's name, for the message
 * @param bytes the file's
 * @throws {ImageError} if more memory is needed than {@link decodeLimits} allow
 */
export function checkDecoderMemory(name: string, metadata: Metadata, bytes: Uint8Array): void {
  const { width, height, format } = metadata;
  checkWholePicture(name, kinds[format] ?? format, width * height, bytesPerPixel(metadata, bytes));
}

/** Refuses a picture of a kind that is decoded as a whole, where that needs too much memory.
 *
 * @param name the file's name, for the message
 * @param kind as the message calls it: "GIF"
 * @param pixels how many there are
 * @param bytesPerPixel what the decoder holds of each, until the last one is decoded
 * @throws {ImageError} if more memory is needed than {@link decodeLimits} allow
 */
export function checkWholePicture(
  name: string,
  kind: string,
  pixels: number,
  bytesPerPixel: number,
): void {
  const { maxDecoderBytes } = decodeLimits;
  if (pixels * bytesPerPixel <= maxDecoderBytes) return;
  const most = Math.floor(maxDecoderBytes / bytesPerPixel / 1e6);
  const found = Math.ceil(pixels / 1e6);
  throw new ImageError(
    name,
    `found ${found} megapixels, wanted at most ${most} in a file of this kind (${kind}), which is ` +
      "decoded as a whole; make it smaller, or save it as a plain JPEG",
  );
}

function bytesPerPixel(metadata: Metadata, bytes: Uint8Array): number {
  const { format, isProgressive, channels, depth, chromaSubsampling } = metadata;
  const { webp, gif, heif, ...jpeg } = decoderBytesPerPixel;
  if (format === "jpeg" && isProgressive) {
    return chromaSubsampling === "4:2:0"
      ? jpeg.progressiveJpegQuarterColour
      : jpeg.progressiveJpegChannel * channels;
  }
  if (format === "png" && isProgressive) return channels * (depth === "ushort" ? 2 : 1);
  if (format === "webp") return isPlainLossyWebp(bytes) ? 0 : webp;
  if (format === "gif") return gif;
  return format === "heif" ? heif : 0;
}

/** Lossy WebP without any extras is made smaller while it is decoded. */
function isPlainLossyWebp(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(12, 16)) === "VP8 ";
}
