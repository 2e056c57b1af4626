import type { Rng } from "../../base/rng.ts";
import { smoothField } from "../../base/smooth_field.ts";
import { bilinear } from "../../image/bilinear.ts";
import { boxBlur } from "../../image/box_blur.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { coarseRanges as ranges } from "./disturb_ranges.ts";

/** Takes the sharpness away: by a blur, by pixels larger than the image's, or by shaking what is near.
 *
 * @returns same size
 */
export function coarsePixels(ink: InkImage, rng: Rng): InkImage {
  const kind = rng.uniform();
  if (kind < ranges.blurred) return boxBlur(ink, 1);
  return kind < ranges.blocks ? inBlocks(ink, rng) : shaken(ink, rng);
}

function inBlocks({ width, height, pixels, holds }: InkImage, rng: Rng): InkImage {
  const [least, most] = ranges.side;
  const side = least + rng.integer(most - least + 1);
  const [left, top] = [-rng.integer(side), -rng.integer(side)];
  const coarse = new Uint8Array(pixels.length);
  for (let y = top; y < height; y += side) {
    for (let x = left; x < width; x += side) {
      const cells: number[] = [];
      for (let row = Math.max(0, y); row < Math.min(height, y + side); row++) {
        for (let column = Math.max(0, x); column < Math.min(width, x + side); column++) {
          cells.push(row * width + column);
        }
      }
      const mean = cells.reduce((sum, cell) => sum + pixels[cell], 0) / cells.length;
      for (const cell of cells) coarse[cell] = mean + 0.5;
    }
  }
  return { holds, width, height, pixels: coarse };
}

function shaken(ink: InkImage, rng: Rng): InkImage {
  const [far, spacing] = [rng.between(...ranges.shake), rng.between(...ranges.spacing)];
  const [right, down] = [0, 1].map(() => smoothField(ink, spacing, rng));
  const pixels = new Uint8Array(ink.pixels.length);
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++, i++) {
      pixels[i] = bilinear(ink, x + far * right[i], y + far * down[i]) + 0.5;
    }
  }
  return { ...ink, pixels };
}
