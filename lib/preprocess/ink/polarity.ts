import { connectedComponents } from "../../image/connected_components.ts";
import { boxBlur } from "../../image/box_blur.ts";
import { type BimodalLevels, bimodalLevels } from "./bimodal_levels.ts";
import { inkImage } from "../../image/ink_image.ts";
import type { LightImage } from "../../image/light_image.ts";

/** From here on what stands off the light is all darker, or all brighter, but for a little. */
const decided = 0.65;

/** The neighbourhood of a pixel in uneven light, as a part of the shorter side. */
const neighbourhood = 0.2;

/** Tells whether ink is darker than its paper, or brighter, as chalk is.
 *
 * Ink stands farther off the light than paper does, so large differences decide. Where they do so both
 * ways, as along the edge of a shadow, each pixel is compared with its neighbourhood instead. A clean
 * image of one digit, tightly cut, has as much ink as paper: there what lies along the border, what there
 * is more of, and what falls into more pieces (corners, loops) is paper.
 *
 * @param image light, 0 black to 255 white
 * @param light of the paper as far as it changes evenly, same size
 * @returns `true` also where there is none
 */
export function isInkDarker(image: LightImage, light: LightImage): boolean {
  const contrast = excess(image, light);
  const levels = bimodalLevels(image);
  if (levels?.isTight) return contrast + vote(image, levels) >= 0;
  if (Math.abs(contrast) >= decided) return contrast > 0;
  const side = Math.min(image.width, image.height);
  const radius = Math.max(2, Math.round(neighbourhood * side));
  return excess(image, boxBlur(image, radius)) >= 0;
}

/** How much more stands below a base than above it, the squares of the differences counted: 1 if all
 * does, -1 if all stands above. */
function excess(image: LightImage, base: LightImage): number {
  let [sum, total] = [0, 1];
  for (let i = 0; i < image.pixels.length; i++) {
    const difference = base.pixels[i] - image.pixels[i];
    sum += difference * Math.abs(difference);
    total += difference * difference;
  }
  return sum / total;
}

/** Above 0 if what is dark is ink. */
function vote(image: LightImage, { bright, darkShare }: BimodalLevels): number {
  const pieces = (isOne: (value: number) => boolean): number => {
    const pixels = image.pixels.map((value) => isOne(value) ? 255 : 0);
    const least = Math.max(255, image.pixels.length); // a pixel, or four of a thousand
    return connectedComponents(inkImage(image.width, image.height, pixels)).components
      .filter(({ mass }) => mass >= least).length;
  };
  const more = pieces((value) => value >= bright) - pieces((value) => value < bright);
  const border = darkBorder(image, bright);
  return 4 * (0.5 - border) + 4 * (0.5 - darkShare) + 0.5 * Math.min(2, Math.max(-2, more));
}

/** How much of the outermost pixels is dark. */
function darkBorder({ width, height, pixels }: LightImage, bright: number): number {
  let [dark, count] = [0, 0];
  pixels.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) return;
    count++;
    if (value < bright) dark++;
  });
  return dark / count;
}
