/** The light that a sheet would have without the ink.
 *
 * @module
 */
import { boxBlur } from "../../image/box_blur.ts";
import { type Polarity, polarity } from "./polarity.ts";
import { resample } from "../../image/resample.ts";
import { dilate, erode } from "../../image/morphology.ts";
import { smoothBackground } from "./smooth_background.ts";
import { bimodalLevels } from "./bimodal_levels.ts";
import { type LightImage, lightImage } from "../../image/light_image.ts";
import { backgroundLimits } from "./light_limits.ts";
import { checkGreyImage } from "../../image/grey_image.ts";

/** The light of the bare paper (or board) all over an image, under the ink too. */
export interface Background {
  /** Same size as the image. */
  readonly light: LightImage;
  /** Whether the ink is darker than the paper or brighter; `dark-on-light` also where there is none. */
  readonly polarity: Polarity;
}

/** Estimates the light of the bare paper (or board). Evenly lit paper has one level.
 *
 * In uneven light, what is narrower than a stroke may be is filled in with the level around it (a closing; for bright
 * ink an opening: Serra, 1982, Image Analysis and Mathematical Morphology), so the edge of a shadow,
 * which reaches farther, is followed. The same is done without the
 * evenly changing light, and what fits the image better is taken.
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { estimateBackground } from "@lib/preprocess/ink/estimate_background.ts";
 * const pixels = Uint8Array.from({ length: 2500 }, (_, i) => i % 50 < 4 ? 30 : 220);
 * const { light, polarity } = estimateBackground(lightImage(50, 50, pixels));
 * deepStrictEqual([light.pixels[0], polarity], [220, "dark-on-light"]);
 * ```
 */
export function estimateBackground(image: LightImage): Background {
  checkGreyImage(image, "estimate the light of the paper");
  const { width, height } = image;
  const scale = Math.min(1, backgroundLimits.gridSide / Math.max(width, height));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const small = resample(image, side(width), side(height));
  const smooth = smoothBackground(small);
  const found = polarity(small, smooth);
  const levels = bimodalLevels(small);
  if (levels) {
    const level = levels.usual[found === "dark-on-light" ? "bright" : "dark"];
    const pixels = new Uint8Array(image.pixels.length).fill(level);
    return { light: lightImage(width, height, pixels), polarity: found };
  }
  const { thickestStroke, preferFilled } = backgroundLimits;
  const radius = Math.max(2, Math.round(Math.min(small.width, small.height) * thickestStroke / 2));
  const filled = fillIn(small, radius, found);
  // Around the middle level, so that darker and brighter have as much room.
  const rest = shifted(small, smooth, -1);
  const even = shifted(fillIn(rest, radius, found), smooth, 1);
  // Filled in, paper never comes out less bright than it is (under bright ink, less dark). The first
  // errs where the light slopes down to the edge of the image, the second along shadows.
  const light = distance(filled, small) < preferFilled * distance(even, small) ? filled : even;
  return { light: resample(light, width, height), polarity: found };
}

/** Gives all that is narrower than a square the level around it. */
function fillIn(image: LightImage, radius: number, polarity: Polarity): LightImage {
  const calm = boxBlur(image, 1);
  const square = { square: radius };
  const filled = polarity === "dark-on-light"
    ? erode(dilate(calm, square), square)
    : dilate(erode(calm, square), square);
  return boxBlur(filled, Math.max(1, Math.round(radius / backgroundLimits.blurPart)));
}

function distance(a: LightImage, b: LightImage): number {
  let sum = 0;
  for (let i = 0; i < a.pixels.length; i++) sum += Math.abs(a.pixels[i] - b.pixels[i]);
  return sum;
}

/** An image with how far a base stands off the middle level added, or taken away. */
function shifted(image: LightImage, base: LightImage, sign: 1 | -1): LightImage {
  const pixels = new Uint8ClampedArray(image.pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = image.pixels[i] + sign * (base.pixels[i] - 128);
  }
  return { ...image, pixels: new Uint8Array(pixels.buffer) };
}
