import { firstBytes } from "./first_bytes.ts";

/** What people hand over instead of an image, often under an image's name. */
const strangers: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs/, "a Git LFS pointer (git lfs pull fetches the image itself)"],
  [/^\s*<(!doctype html|html|head|body)/i, "an HTML page"],
  [/^\s*(<\?xml[^]*|<!--[^]*)?<svg/i, "an SVG drawing"],
  [/^\s*<\?xml/i, "an XML file"],
  [/^%PDF/, "a PDF document"],
  [/^....ftyp(hei|hev|mif1)/s, "a HEIC photo"],
  [/^[\t\n\r\x20-\x7e]+$/, "text"],
  [/^PK/, "a ZIP archive"],
];

/** Says what some bytes are that are no readable image: "an HTML page". */
export function describeUnsupported(bytes: Uint8Array): string {
  const head = firstBytes(bytes);
  const known = strangers.find(([signature]) => signature.test(head))?.[1];
  const hex = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0"));
  return known ?? `a file that starts with the bytes ${hex.join(" ")}`;
}
