/** Drawing what was read into a copy of an image.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import sharp from "sharp";
import type { Box } from "../../image/box.ts";
import { decodeColours, type ImageSource } from "../../preprocess/decode/decode_colours.ts";
import { paperFor } from "../../preprocess/decode/paper_for.ts";
import { annotationOverlay } from "./annotation_overlay.ts";
import { type BoxedReading, mapBoxes } from "./boxed_reading.ts";

/** Annotated pictures have at most this many pixels. */
const mostPixels = 12_500_000;

/** Digits are enlarged to this height, in pixels: below it their labels could not be read. */
const leastHeight = 48;

/** Draws what was read on an image into it, and what was left out.
 *
 * The picture keeps its size, but that digits too small to be labelled are enlarged by a whole factor,
 * more than 12.5 megapixels become fewer, and labels outside of the picture get a margin.
 *
 * @param source the bytes of its file, or a page as `documentPages` gives it
 * @param reading with boxes in its pixels, as `readImage` gives it
 * @param options.name what messages call the image
 * @param options.format of the new picture
 * @returns the bytes of the new picture's file
 * @throws {ImageError} if the image cannot be decoded
 *
 * @example
 * ```ts
 * import { projectPath } from "@lib/base/paths.ts";
 * import { annotateImage } from "@lib/predict/annotate/annotate_image.ts";
 * import { strictEqual } from "node:assert";
 * const bytes = await Deno.readFile(projectPath("data", "samples", "telephone_number.jpg"));
 * const digits = [{ digit: 7, confidence: 0.95, box: { x: 9, y: 9, width: 60, height: 90 } }];
 * const reading = { digits, lines: [{ digits, separators: [] }], rejected: [], turned: 0 } as const;
 * const png = await annotateImage(bytes, reading, { name: "telephone_number.jpg", format: "png" });
 * strictEqual(png[1], "P".charCodeAt(0)); // PNG's signature
 * ```
 */
export async function annotateImage(
  source: ImageSource,
  reading: BoxedReading,
  { name, format }: { readonly name: string; readonly format: "png" | "jpeg" },
): Promise<Uint8Array> {
  const { pixels, full, ...raw } = await decodeColours(source, { name, most: mostPixels });
  const factor = enlargement(raw, reading);
  const size = { width: raw.width * factor, height: raw.height * factor };
  const scale = size.width / (full ?? raw).width;
  const { svg, room } = annotationOverlay(size, mapBoxes(reading, (box) => scaled(box, scale)));
  const image = sharp(pixels, { raw });
  const paper = await paperFor(image, { hasAlpha: raw.channels % 2 === 0 });
  // In two steps: sharp would lay the drawing on before it enlarges.
  const ground = await image
    .flatten({ background: paper })
    .resize({ ...size, fit: "fill", kernel: "nearest" })
    .extend({ ...room, background: "white" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = ground.info;
  const drawn = sharp(ground.data, { raw: { width, height, channels } })
    .composite([{ input: Buffer.from(svg) }])
    .removeAlpha();
  const file = format === "jpeg"
    ? drawn.jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    : drawn.png({ compressionLevel: 6 });
  return await file.toBuffer();
}

function enlargement(
  { width, height }: { readonly width: number; readonly height: number },
  { digits, turned }: BoxedReading,
): number {
  const heights = digits.map(({ box }) => turned % 180 === 0 ? box.height : box.width)
    .sort((a, b) => a - b);
  const wanted = digits.length === 0 ? 1 : Math.ceil(leastHeight / heights[heights.length >> 1]);
  return Math.max(1, Math.min(wanted, Math.floor(Math.sqrt(mostPixels / (width * height)))));
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
