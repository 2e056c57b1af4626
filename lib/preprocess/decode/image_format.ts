/** The formats that can be decoded. */
export type ImageFormat = "PNG" | "JPEG" | "WebP" | "GIF" | "BMP" | "TIFF" | "AVIF" | "PDF";

/** First bytes, in latin-1, of the formats; a dot stands for any byte. */
const signatures: readonly (readonly [RegExp, ImageFormat])[] = [
  [/^\x89PNG\r\n/, "PNG"],
  [/^\xff\xd8\xff/, "JPEG"],
  [/^RIFF....WEBP/s, "WebP"],
  [/^GIF8[79]a/, "GIF"],
  [/^BM/, "BMP"],
  [/^(II[*+]\0|MM\0[*+])/, "TIFF"],
  [/^....ftypavi[fs]/s, "AVIF"],
  // Printers' commands, or the head of a mail, may come before it.
  [/^%PDF-\d/m, "PDF"],
];

/** What people hand over instead of an image, often under an image's name. */
const unsupported: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs/, "a Git LFS pointer (git lfs pull fetches the image itself)"],
  [/^\s*<(!doctype html|html|head|body)/i, "an HTML page"],
  [/^\s*(<\?xml[^]*|<!--[^]*)?<svg/i, "an SVG drawing"],
  [/^\s*<\?xml/i, "an XML file"],
  [/^....ftyp(hei|hev|mif1)/s, "a HEIC photo"],
  [/^[\t\n\r\x20-\x7e]+$/, "text"],
  [/^PK/, "a ZIP archive"],
];

/** Tells a file's format by its first bytes; its name says nothing reliable.
 *
 * @param bytes the file's, or its first 512
 * @returns `undefined` where it is none of the formats that can be decoded
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const head = firstBytes(bytes);
  return signatures.find(([signature]) => signature.test(head))?.[1];
}

/** Says what a file is that cannot be decoded: "an HTML page".
 *
 * @param bytes the file's, or its first 512
 */
export function describeUnsupported(bytes: Uint8Array): string {
  const head = firstBytes(bytes);
  const known = unsupported.find(([signature]) => signature.test(head))?.[1];
  const hex = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0"));
  return known ?? `a file that starts with the bytes ${hex.join(" ")}`;
}

/** The first 512 bytes of a file as characters 0 to 255, without a byte order mark. */
function firstBytes(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 512);
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return String.fromCharCode(...head.subarray(hasMark ? 3 : 0));
}
