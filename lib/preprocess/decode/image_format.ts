import { firstBytes } from "./first_bytes.ts";

/** The formats that can be read. */
export type ImageFormat = "PNG" | "JPEG" | "WebP" | "GIF" | "BMP" | "TIFF" | "AVIF";

/** First bytes, in latin-1, of the formats; a dot stands for any byte. */
const signatures: readonly (readonly [RegExp, ImageFormat])[] = [
  [/^\x89PNG\r\n/, "PNG"],
  [/^\xff\xd8\xff/, "JPEG"],
  [/^RIFF....WEBP/s, "WebP"],
  [/^GIF8[79]a/, "GIF"],
  [/^BM/, "BMP"],
  [/^(II[*+]\0|MM\0[*+])/, "TIFF"],
  [/^....ftypavi[fs]/s, "AVIF"],
];

/** Tells a file's format by its first bytes; its name says nothing reliable.
 *
 * @returns `undefined` where it is none of the readable formats
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const head = firstBytes(bytes);
  return signatures.find(([signature]) => signature.test(head))?.[1];
}
