/** The way of a picture from its file to its colours.
 *
 * @module
 */
import sharp, { type Sharp } from "sharp";
import { checkDecoderMemory, checkFileBytes, checkPixelCount } from "./check_limits.ts";
import type { ColourImage, DecodedColours } from "./colour_image.ts";
import { decodeBmp } from "./decode_bmp.ts";
import { ImageError } from "./image_error.ts";
import { describeUnsupported, type ImageFormat, imageFormat } from "./image_format.ts";
import { decodeLimits } from "./limits.ts";
import { loadImageFile } from "./load_image_file.ts";
import { PdfDocument } from "./pdf_document.ts";

/** How an image is decoded. */
export interface DecodeOptions {
  /** What messages call the image; the path where it is missing. */
  readonly name?: string;
  /** The picture is made smaller to hold no more pixels than this; 4 megapixels by default. */
  readonly most?: number;
  /** Which page of a TIFF file to take, counted from 0; the first by default. */
  readonly page?: number;
}

/** An image to be decoded: the path of its file, the file's bytes, or, for a page of a document, what
 * decodes it to at most so many pixels. */
export type ImageSource = string | Uint8Array | ((most: number) => Promise<DecodedColours>);

/** What has to be done to the stored pixels, by EXIF's tag 274: mirrored left to right, then turned
 * clockwise. */
const turns: Readonly<Record<number, readonly [isMirrored: boolean, degrees: number]>> = {
  2: [true, 0],
  3: [false, 180],
  4: [true, 180],
  5: [true, 270],
  6: [false, 90],
  7: [true, 90],
  8: [false, 270],
};

// libvips keeps what it decoded for the next time. No image is decoded again: its memory goes back.
sharp.cache(false);

/** Decodes a PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF image, or a page of a PDF, to sRGB.
 *
 * The orientation that a camera noted in the file is applied, 16 bits become 8, and of several frames
 * or pages the first is taken. The format is told by content, not by name. A large picture is made
 * smaller while it is decoded, so that it never lies in memory as a whole.
 *
 * @param source path of a file, its bytes, or a page as `documentPages` gives it
 * @throws {ImageError} if there is no such file, or it is empty, truncated, not an image, or too
 * large; the message is one line that names the file
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { decodeColours } from "@lib/preprocess/decode/decode_colours.ts";
 * const photo = projectPath("data", "samples", "postal_code.jpg");
 * const { width, channels, full } = await decodeColours(photo, { most: 10_000 });
 * strictEqual(full?.width, 720);
 * strictEqual(width < 720 && channels === 3, true);
 * ```
 */
export async function decodeColours(
  source: ImageSource,
  {
    name = typeof source === "string" ? source : "the image",
    most = decodeLimits.workingPixels,
    page = 0,
  }: DecodeOptions = {},
): Promise<DecodedColours> {
  if (typeof source === "function") return await source(most);
  const bytes = typeof source === "string" ? await loadImageFile(source) : source;
  checkFileBytes(name, bytes.length);
  const format = imageFormat(bytes);
  if (format === undefined) {
    const wanted = "wanted a PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF image, or a PDF";
    throw new ImageError(name, `found ${describeUnsupported(bytes)}, ${wanted}`);
  }
  if (format === "BMP") {
    const { pixels, ...raw } = await decodeBmp(bytes, name);
    return await shrinkWithin(sharp(pixels, { raw }), raw, most);
  }
  if (format === "PDF") {
    using document = await PdfDocument.open(bytes, name);
    return await document.draw(1, { name, most });
  }
  return await decodeByLibvips(bytes, format, { name, most, page });
}

async function decodeByLibvips(
  bytes: Uint8Array,
  format: ImageFormat,
  { name, most, page }: Required<DecodeOptions>,
): Promise<DecodedColours> {
  try {
    // "error" refuses truncated files and bad pixels, yet bears odd metadata.
    const image = sharp(bytes, {
      failOn: "error",
      limitInputPixels: false,
      sequentialRead: true,
      page,
    });
    const metadata = await image.metadata();
    checkPixelCount(name, metadata.width, metadata.height);
    checkDecoderMemory(name, metadata, bytes);
    const { full, ...stored } = await shrinkWithin(image, metadata, most);
    const seen = await orient(stored, metadata.orientation ?? 1);
    const { width, height } = metadata.autoOrient;
    return full === undefined ? seen : { ...seen, full: { width, height } };
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError(name, faultOf(error, format), { cause: error });
  }
}

/** Decodes, and makes smaller meanwhile what has too many pixels. */
async function shrinkWithin(
  image: Sharp,
  { width, height }: Pick<ColourImage, "width" | "height">,
  most: number,
): Promise<DecodedColours> {
  const scale = Math.min(1, Math.sqrt(most / (width * height)));
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.floor(side * scale)));
  const small = scale === 1 ? image : image.resize(columns, rows, { fit: "fill" });
  const { data, info } = await small
    .toColourspace("srgb")
    .timeout({ seconds: decodeLimits.maxSeconds })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const decoded = { width: info.width, height: info.height, channels: info.channels, pixels };
  return scale === 1 ? decoded : { ...decoded, full: { width, height } };
}

/** Turns a picture as a camera noted that it is to be seen; unknown numbers leave it as it is. */
async function orient(image: ColourImage, orientation: number): Promise<ColourImage> {
  const turn = turns[orientation];
  if (turn === undefined) return image;
  const { width, height, channels, pixels } = image;
  const { data, info } = await sharp(pixels, { raw: { width, height, channels } })
    .flop(turn[0]) // done before the picture is turned
    .rotate(turn[1])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const turned = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, channels: info.channels, pixels: turned };
}

function faultOf(error: unknown, format: ImageFormat): string {
  const detail = (error instanceof Error ? error.message : String(error)).split("\n")[0]
    .replace(/[:\s]+$/, "");
  return detail.startsWith("timeout")
    ? `found a ${format} that takes longer than ${decodeLimits.maxSeconds} s to decode, wanted a ` +
      "smaller one"
    : `found a truncated or damaged ${format} (${detail}), wanted a whole one`;
}
