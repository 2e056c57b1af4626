import { ImageError } from "./image_error.ts";

/** Images of more pixels are refused on their header's word, before any pixel is decoded. */
export const maxPixels = 100_000_000;

/** @param name the file's name, for the message
 * @throws {ImageError} if there are more than {@link maxPixels} */
export function checkPixelCount(name: string, width: number, height: number): void {
  if (width * height <= maxPixels) return;
  const [columns, rows] = [width, height].map((side) => side.toLocaleString("en-GB"));
  const most = `${maxPixels / 1e6} megapixels`;
  throw new ImageError(name, `found ${columns} × ${rows} pixels, wanted at most ${most}`);
}
