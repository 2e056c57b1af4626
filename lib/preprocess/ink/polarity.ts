/** Dark ink on light paper, or chalk on a board.
 *
 * @module
 */
import { type Component, connectedComponents } from "../../image/connected_components.ts";
import { boxBlur } from "../../image/box_blur.ts";
import { type BimodalLevels, bimodalLevels } from "./bimodal_levels.ts";
import { otsu } from "./otsu.ts";
import { polarityLimits } from "./light_limits.ts";
import { inkImage } from "../../image/ink_image.ts";
import type { LightImage } from "../../image/light_image.ts";

/** Which of ink and paper is the darker one: a pen's ink is dark on light, chalk is light on dark. */
export type Polarity = "dark-on-light" | "light-on-dark";

/** Tells whether ink is darker than its paper, or brighter, as chalk is.
 *
 * Ink stands farther off the light than paper does, so large differences decide. Where they do so both
 * ways, as along the edge of a shadow, each pixel is compared with its neighbourhood instead. A clean
 * image of one digit, tightly cut, has as much ink as paper: there what lies along the border, what there
 * is more of, and what falls into more pieces (corners, loops) is paper.
 *
 * @param background the light of the bare paper as far as it changes evenly, same size
 * @returns `dark-on-light` also where there is no ink
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { polarity } from "@lib/preprocess/ink/polarity.ts";
 * const board = lightImage(40, 40, new Uint8Array(1600).fill(60));
 * const chalk = Uint8Array.from(board.pixels, (level, i) => i % 40 < 4 ? 230 : level);
 * strictEqual(polarity(lightImage(40, 40, chalk), board), "light-on-dark");
 * ```
 */
export function polarity(image: LightImage, background: LightImage): Polarity {
  return excessOfDark(image, background) >= 0 ? "dark-on-light" : "light-on-dark";
}

/** Above 0 if what is dark is ink, below 0 if what is bright is. */
function excessOfDark(image: LightImage, background: LightImage): number {
  const contrast = excess(image, background);
  const levels = bimodalLevels(image);
  if (levels && (levels.isTight || Math.abs(contrast) < polarityLimits.decidedByAll)) {
    const inside = excessInside(image);
    if (Math.abs(inside) >= polarityLimits.decidedInside) return inside;
    if (levels.isTight) return contrast + vote(image, levels);
  }
  if (Math.abs(contrast) >= polarityLimits.decided) return contrast;
  const side = Math.min(image.width, image.height);
  const radius = Math.max(2, Math.round(polarityLimits.neighbourhood * side));
  return excess(image, boxBlur(image, radius));
}

/** How much more of the marks inside a picture is dark, than is bright, where both cover a good part of it: 1 if
 * all is, -1 if none is. A shadow over half of the picture runs off its edge, and so does the paper beside it;
 * writing does not, and what it encloses does not count. 0 where that does not tell. */
function excessInside(image: LightImage): number {
  const { leastSide, leastArea } = polarityLimits;
  if (Math.min(image.width, image.height) < leastSide) return 0;
  const { pixels, width, height } = boxBlur(image, 1);
  const histogram = new Uint32Array(256);
  for (const level of pixels) histogram[level]++;
  const middle = otsu(histogram);
  const count = pixels.reduce((sum, level) => sum + Number(level < middle), 0);
  if (Math.min(count, pixels.length - count) < leastArea * pixels.length) return 0;
  const marksOf = (isOne: (level: number) => boolean): Component[] => {
    const ones = pixels.map((level) => isOne(level) ? 255 : 0);
    return connectedComponents(inkImage(width, height, ones)).components.filter((mark) => {
      const isInside = mark.x > 0 && mark.y > 0 && mark.x + mark.width < width &&
        mark.y + mark.height < height;
      return isInside && mark.height >= polarityLimits.leastMark * height &&
        mark.area < polarityLimits.mostMark * width * height;
    });
  };
  const dark = marksOf((level) => level < middle);
  const bright = marksOf((level) => level >= middle);
  const outside = (marks: readonly Component[], others: readonly Component[]): number => {
    const free = marks.filter((mark) => !others.some((other) => encloses(other, mark)));
    return free.reduce((sum, { area }) => sum + area, 0);
  };
  const [ink, paper] = [outside(dark, bright), outside(bright, dark)];
  return ink + paper === 0 ? 0 : (ink - paper) / (ink + paper);
}

function encloses(outer: Component, inner: Component): boolean {
  return outer.x <= inner.x && outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height;
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
  const { leastPiece, borderWeight, shareWeight, pieceWeight, maxPieces } = polarityLimits;
  const pieces = (isOne: (value: number) => boolean): number => {
    const pixels = image.pixels.map((value) => isOne(value) ? 255 : 0);
    const least = Math.max(255, leastPiece * image.pixels.length);
    return connectedComponents(inkImage(image.width, image.height, pixels)).components
      .filter(({ mass }) => mass >= least).length;
  };
  const more = pieces((value) => value >= bright) - pieces((value) => value < bright);
  const border = darkBorder(image, bright);
  return borderWeight * (0.5 - border) + shareWeight * (0.5 - darkShare) +
    pieceWeight * Math.min(maxPieces, Math.max(-maxPieces, more));
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
