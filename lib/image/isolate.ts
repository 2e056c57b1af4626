import type { Box } from "./box.ts";
import { type InkImage, inkImage } from "./ink_image.ts";

/** Cuts out components without the ink of others in their boxes. Ink too faint for a label, the soft
 * edge of a stroke, is kept.
 *
 * @param labels of all components, `[height × width]`
 * @param marks the components
 * @param box what is cut out, with all of them in it
 */
export function isolate(
  ink: InkImage,
  labels: Int32Array,
  marks: readonly (Box & { readonly label: number })[],
  box: Box,
): InkImage {
  const pixels = new Uint8Array(box.width * box.height);
  for (const { x, y, width, height, label } of marks) {
    for (let row = y; row < y + height; row++) {
      const shift = (row - box.y) * box.width - box.x;
      for (let column = x; column < x + width; column++) {
        const at = row * ink.width + column;
        if (labels[at] === label || labels[at] === 0) pixels[shift + column] = ink.pixels[at];
      }
    }
  }
  return inkImage(box.width, box.height, pixels);
}
