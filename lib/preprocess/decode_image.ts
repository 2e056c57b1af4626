import sharp, { type Sharp } from "sharp";
import { decodeBmp } from "./decode_bmp.ts";
import { describeStranger } from "./describe_stranger.ts";
import { checkFileBytes } from "./file_limit.ts";
import type { GreyImage } from "./grey_image.ts";
import { ImageError } from "./image_error.ts";
import { imageFormat } from "./image_format.ts";
import { checkPixelCount } from "./pixel_limit.ts";
import { readImageFile } from "./read_image_file.ts";

/** Longest time that one image may take to decode, in seconds. */
const timeLimit = 20;

/** Decodes a PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF image to the light of its pixels.
 *
 * Transparent parts show white paper, the orientation that a camera noted in the file is applied,
 * colours become their luminance (averaged in linear light, kept in sRGB's levels), 16 bits become
 * 8, and of several frames or pages the first is taken. The format is told by content, not by name.
 *
 * @param source path of a file, or its bytes
 * @returns 0 black to 255 white
 * @throws {ImageError} if there is no such file, or it is empty, truncated, no image, or too large;
 * the message is one line that names the file
 *
 * @example
 * ```ts
 * import { projectPath } from "@lib/base/paths.ts";
 * import { decodeImage } from "@lib/preprocess/decode_image.ts";
 * const { width, height } = await decodeImage(projectPath("data", "samples", "postal_code.jpg"));
 * if (width !== 720 || height !== 240) throw new Error(`${width} × ${height}`);
 * ```
 */
export async function decodeImage(source: string | Uint8Array): Promise<GreyImage> {
  const name = typeof source === "string" ? source : "the image";
  const bytes = typeof source === "string" ? await readImageFile(source) : source;
  checkFileBytes(name, bytes.length);
  const format = imageFormat(bytes);
  if (format === undefined) {
    const wanted = "wanted a PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF image";
    throw new ImageError(name, `found ${describeStranger(bytes)}, ${wanted}`);
  }
  if (format === "BMP") {
    const { width, height, pixels } = await decodeBmp(bytes, name);
    return await toGrey(sharp(pixels, { raw: { width, height, channels: 4 } }));
  }
  try {
    // "error" refuses truncated files and bad pixels, yet bears odd metadata.
    const image = sharp(bytes, { failOn: "error", limitInputPixels: false });
    const { width, height } = await image.metadata();
    checkPixelCount(name, width, height);
    return await toGrey(image);
  } catch (error) {
    if (error instanceof ImageError) throw error;
    const detail = (error instanceof Error ? error.message : String(error)).split("\n")[0];
    const found = `found a truncated or damaged ${format} (${detail.trim()}), wanted a whole one`;
    throw new ImageError(name, found, { cause: error });
  }
}

async function toGrey(image: Sharp): Promise<GreyImage> {
  const { data, info } = await image
    .autoOrient()
    .flatten({ background: "white" })
    .greyscale()
    .timeout({ seconds: timeLimit })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, pixels };
}
