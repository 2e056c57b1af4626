import sharp, { type Sharp } from "sharp";
import type { ColourImage } from "./colour_image.ts";
import { decodeBmp } from "./decode_bmp.ts";
import { checkDecoderMemory } from "./decoder_memory.ts";
import { describeUnsupported } from "./describe_unsupported.ts";
import { checkFileBytes } from "./file_limit.ts";
import { ImageError } from "./image_error.ts";
import { imageFormat } from "./image_format.ts";
import { orient } from "./orient.ts";
import { checkPixelCount } from "./pixel_limit.ts";
import { loadImageFile } from "./load_image_file.ts";
import { workingPixels } from "./working_pixels.ts";

/** How an image is decoded. */
export interface DecodeOptions {
  /** What messages call the image; the path where it is missing. */
  readonly name?: string;
  /** The picture is made smaller to hold no more pixels than this. */
  readonly most?: number;
}

/** A decoded picture in its colours. */
export interface DecodedColours extends ColourImage {
  /** The size of the picture in the file, where it was made smaller. */
  readonly full?: { readonly width: number; readonly height: number };
}

/** Longest time that one image may take to decode, in seconds. */
const timeLimit = 4;

// libvips keeps what it decoded for the next time. No image is decoded again: its memory goes back.
sharp.cache(false);

/** Decodes a PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF image to sRGB.
 *
 * The orientation that a camera noted in the file is applied, 16 bits become 8, and of several frames
 * or pages the first is taken. The format is told by content, not by name. A large picture is made
 * smaller while it is decoded, so that it never lies in memory as a whole.
 *
 * @param source path of a file, or its bytes
 * @throws {ImageError} if there is no such file, or it is empty, truncated, no image, or too large;
 * the message is one line that names the file
 */
export async function decodeColours(
  source: string | Uint8Array,
  { name = typeof source === "string" ? source : "the image", most = workingPixels }:
    DecodeOptions = {},
): Promise<DecodedColours> {
  const bytes = typeof source === "string" ? await loadImageFile(source) : source;
  checkFileBytes(name, bytes.length);
  const format = imageFormat(bytes);
  if (format === undefined) {
    const wanted = "wanted a PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF image";
    throw new ImageError(name, `found ${describeUnsupported(bytes)}, ${wanted}`);
  }
  if (format === "BMP") {
    const { pixels, ...raw } = await decodeBmp(bytes, name);
    return await shrinkWithin(sharp(pixels, { raw }), raw, most);
  }
  try {
    // "error" refuses truncated files and bad pixels, yet bears odd metadata.
    const image = sharp(bytes, { failOn: "error", limitInputPixels: false, sequentialRead: true });
    const metadata = await image.metadata();
    checkPixelCount(name, metadata.width, metadata.height);
    checkDecoderMemory(name, metadata, bytes);
    const { full, ...stored } = await shrinkWithin(image, metadata, most);
    const seen = await orient(stored, metadata.orientation ?? 1);
    const { width, height } = metadata.autoOrient;
    return full === undefined ? seen : { ...seen, full: { width, height } };
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError(name, reason(error, format), { cause: error });
  }
}

async function shrinkWithin(
  image: Sharp,
  { width, height }: { readonly width: number; readonly height: number },
  most: number,
): Promise<DecodedColours> {
  const scale = Math.min(1, Math.sqrt(most / (width * height)));
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.floor(side * scale)));
  const small = scale === 1 ? image : image.resize(columns, rows, { fit: "fill" });
  const { data, info } = await small
    .toColourspace("srgb")
    .timeout({ seconds: timeLimit })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const decoded = { width: info.width, height: info.height, channels: info.channels, pixels };
  return scale === 1 ? decoded : { ...decoded, full: { width, height } };
}

function reason(error: unknown, format: string): string {
  const detail = (error instanceof Error ? error.message : String(error)).split("\n")[0]
    .replace(/[:\s]+$/, "");
  return detail.startsWith("timeout")
    ? `found a ${format} that takes longer than ${timeLimit} s to decode, wanted a smaller one`
    : `found a truncated or damaged ${format} (${detail}), wanted a whole one`;
}
