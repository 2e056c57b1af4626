/** The way of a picture from its file to the light of its pixels.
 *
 * @module
 */
import sharp, { type Sharp } from "sharp";
import type { ColourImage } from "./colour_image.ts";
import { decodeColours, type ImageSource } from "./decode_colours.ts";
import { paperFor } from "./paper_for.ts";
import { separatingLight } from "./separating_light.ts";
import { type LightImage, lightImage } from "../../image/light_image.ts";

/** A decoded picture. */
export interface DecodedImage extends LightImage {
  /** The size of the picture in the file, where it was made smaller. */
  readonly full?: { readonly width: number; readonly height: number };
}

/** Decodes a PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF image, or a page of a PDF, to the light of its
 * pixels.
 *
 * Transparent parts show paper, the orientation that a camera noted in the file is applied, colours
 * become their luminance (averaged in linear light, kept in sRGB's levels; but strokes that stand off
 * their paper in colour alone are made to do so in light), 16 bits become 8, and of several frames or
 * pages the first is taken. The format is told by content, not by name. A picture of more than 4
 * megapixels is made smaller while it is decoded.
 *
 * @param source path of a file, its bytes, or a page as `documentPages` gives it
 * @param options.name what messages call the image; the path where it is missing
 * @returns its light, and the size in the file where it was made smaller
 * @throws {ImageError} if there is no such file, or it is empty, truncated, not an image, or too
 * large; the message is one line that names the file
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
 * const { width, height } = await decodeImage(projectPath("data", "samples", "postal_code.jpg"));
 * deepStrictEqual([width, height], [720, 240]);
 * ```
 */
export async function decodeImage(
  source: ImageSource,
  options: { readonly name?: string } = {},
): Promise<DecodedImage> {
  const { full, ...colours } = await decodeColours(source, options);
  const opaque = await onPaper(colours);
  const { width, height, pixels } = await unpacked(
    sharp(opaque.pixels, { raw: opaque }).greyscale(),
  );
  const decoded = separatingLight(opaque, lightImage(width, height, pixels));
  return full === undefined ? decoded : { ...decoded, full };
}

/** Lays paper under transparent parts. */
async function onPaper(colours: ColourImage): Promise<ColourImage> {
  if (colours.channels % 2 === 1) return colours;
  const { width, height, channels } = colours;
  const image = sharp(colours.pixels, { raw: { width, height, channels } });
  const background = await paperFor(image, { hasAlpha: true });
  return await unpacked(image.flatten({ background }));
}

async function unpacked(image: Sharp): Promise<ColourImage> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, channels: info.channels, pixels };
}
