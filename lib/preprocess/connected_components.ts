import type { Box } from "./box.ts";
import type { GreyImage } from "./grey_image.ts";

/** Pixels that hang together. */
export interface Component extends Box {
  /** What these pixels carry in `labels`, from 1. */
  readonly label: number;
  /** How many pixels there are. */
  readonly area: number;
  /** Sum of their levels. */
  readonly mass: number;
  /** The highest level. */
  readonly peak: number;
}

/** The connected components of an image. */
export interface Components {
  /** `[height × width]`, 0 where there is none. */
  readonly labels: Int32Array;
  /** In the order of their first pixel, row by row; number `i` has label `i + 1`. */
  readonly components: readonly Component[];
}

/** Finds the pixels of at least `least` that touch each other, also at corners.
 *
 * @param image ink, 0 to 255
 * @param least the lowest level that belongs to a component, at least 1
 */
export function connectedComponents(image: GreyImage, least = 1): Components {
  const { width, height, pixels } = image;
  const labels = new Int32Array(pixels.length);
  const queue = new Int32Array(pixels.length);
  const components: Component[] = [];
  for (let start = 0; start < pixels.length; start++) {
    if (pixels[start] < least || labels[start] > 0) continue;
    const label = components.length + 1;
    let [left, right, top, bottom, mass, peak, count] = [width, 0, height, 0, 0, 0, 1];
    labels[start] = label;
    queue[0] = start;
    for (let next = 0; next < count; next++) {
      const at = queue[next];
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      mass += pixels[at];
      peak = Math.max(peak, pixels[at]);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx;
          if (pixels[neighbour] < least || labels[neighbour] > 0) continue;
          labels[neighbour] = label;
          queue[count++] = neighbour;
        }
      }
    }
    const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
    components.push({ ...box, label, area: count, mass, peak });
  }
  return { labels, components };
}
