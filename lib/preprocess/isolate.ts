import type { Box } from "./box.ts";
import { crop } from "./crop.ts";
import type { GreyImage } from "./grey_image.ts";

/** Cuts out a component without the ink of others in its box. Ink too faint for a label, the soft
 * edge of a stroke, is kept.
 *
 * @param labels of all components, `[height × width]`
 */
export function isolate(
  ink: GreyImage,
  labels: Int32Array,
  { label, ...box }: Box & { readonly label: number },
): GreyImage {
  const { x, y, width, height } = box;
  const own = crop(ink, { x, y, width, height });
  for (let row = 0; row < height; row++) {
    const start = (y + row) * ink.width + x;
    for (let column = 0; column < width; column++) {
      const other = labels[start + column];
      if (other > 0 && other !== label) own.pixels[row * width + column] = 0;
    }
  }
  return own;
}
