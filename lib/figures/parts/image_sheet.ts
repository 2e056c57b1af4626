import { imageSide } from "../../image/digit_size.ts";
import { pngDataUrl } from "./png_data_url.ts";

/** Images of digits in one picture, for a page to show one by one. */
export interface ImageSheet {
  /** PNG in a `data:` URL: dark ink on white paper, row by row, without gaps. */
  readonly source: string;
  /** Pixels of an image's side. */
  readonly side: number;
  /** Images in a row of the picture. */
  readonly columns: number;
}

const columns = 16;

/** Puts images of digits into one picture.
 *
 * @param images each `[784]`, 0 is paper, 255 is ink; at least one
 */
export function imageSheet(images: readonly ArrayLike<number>[]): ImageSheet {
  const width = columns * imageSide;
  const height = Math.ceil(images.length / columns) * imageSide;
  const pixels = new Uint8Array(width * height).fill(255);
  images.forEach((image, index) => {
    const left = (index % columns) * imageSide;
    const top = Math.floor(index / columns) * imageSide;
    for (let i = 0; i < image.length; i++) {
      const at = (top + Math.floor(i / imageSide)) * width + left + i % imageSide;
      pixels[at] = 255 - image[i];
    }
  });
  const source = pngDataUrl({ width, height, pixels, channels: 1 });
  return { source, side: imageSide, columns };
}
