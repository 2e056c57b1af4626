// deno-lint-ignore-file no-control-regex -- Formats mark their files with such bytes.

/** What a file holds that is no data, and what to do about it. */
export interface Content {
  /** With its article: "a web page (HTML)". */
  readonly found: string;
  /** "download the file itself". */
  readonly advice: string;
}

/** What the bytes say, as latin-1 characters; the first that fits counts. */
const contents: readonly (readonly [sign: RegExp, found: string, advice: string])[] = [
  [/^version https:\/\/git-lfs/, "a Git LFS pointer", "git lfs pull fetches the file itself"],
  [
    /^\s*(<!--[^]*?-->\s*)?<(!doctype html|html|head|body|script|title)/i,
    ...page("a web page (HTML)"),
  ],
  [/^\s*<(\?xml|[a-z]+[\s>])/i, ...page("XML")],
  [/^\s*(\{\s*["}]|\[\s*[[{"\d\]-])/, ...page("JSON")],
  [/^%PDF/, ...page("a PDF document")],
  [/^\x1f\x8b/, ...packed("gzip data")],
  [/^PK[\x03\x05]/, ...packed("a ZIP archive")],
  [/^BZh/, ...packed("bzip2 data")],
  [/^\xfd7zXZ/, ...packed("xz data")],
  [/^7z\xbc\xaf/, ...packed("a 7z archive")],
  [/^\x28\xb5\x2f\xfd/, ...packed("Zstandard data")],
  [/^[^]{257}ustar/, ...packed("a tar archive")],
  [/^(\xff\xfe|\xfe\xff)/, "UTF-16 text", "save it as UTF-8"],
  [/^\x93NUMPY/, ...other("a NumPy array")],
  [/^\x89HDF/, ...other("an HDF5 file")],
  [/^PAR1/, ...other("a Parquet file")],
  [/^\x80[\x02-\x05]/, ...other("a Python pickle")],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM)/, "an image", "put images into folders named 0 to 9"],
  [/^[\t\n\r\x20-\x7e]+$/, ...page("text")],
];

/** Says what a file holds where data was expected, by its first bytes.
 *
 * @param bytes the file's, or its first 512
 * @returns `undefined` where they say nothing
 */
export function describeContent(bytes: Uint8Array): Content | undefined {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = String.fromCharCode(...bytes.subarray(hasMark ? 3 : 0, 512));
  const known = contents.find(([sign]) => sign.test(head));
  return known && { found: known[1], advice: known[2] };
}

function page(found: string): [found: string, advice: string] {
  return [found, "download the file itself"];
}

function packed(found: string): [found: string, advice: string] {
  return [found, "unpack it first"];
}

function other(found: string): [found: string, advice: string] {
  return [found, "save it as IDX or CSV first"];
}
