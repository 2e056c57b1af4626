/** The way of a picture from its file to the light of its pixels.
 *
 * @module
 */
import sharp from "sharp";
import { decodeColours, type ImageSource } from "./decode_colours.ts";
import { paperFor } from "./paper_for.ts";
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
 * become their luminance (averaged in linear light, kept in sRGB's levels), 16 bits become 8, and of
 * several frames or pages the first is taken. The format is told by content, not by name. A picture
 * of more than 4 megapixels is made smaller while it is decoded.
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
  const { full, pixels, ...raw } = await decodeColours(source, options);
  const image = sharp(pixels, { raw });
  const paper = await paperFor(image, { hasAlpha: raw.channels % 2 === 0 });
  const { data, info } = await image.flatten({ background: paper }).greyscale().raw().toBuffer({
    resolveWithObject: true,
  });
  const light = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const decoded = lightImage(info.width, info.height, light);
  return full === undefined ? decoded : { ...decoded, full };
}
