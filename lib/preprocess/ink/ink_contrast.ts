import type { Background } from "./estimate_background.ts";
import { contrastLimits } from "./ink_limits.ts";
import type { LightImage } from "../../image/light_image.ts";

/** How far the pixels of an image stand off its paper.
 *
 * That depends on two levels alone, the pixel's and the paper's there, so pixels that have both in
 * common are one case; even a large image has few. */
export interface InkContrast {
  /** `[height × width]`, the case that each pixel is. */
  readonly cases: Uint16Array;
  /** How many pixels there are of each case. */
  readonly counts: Uint32Array;
  /** How far each case stands off the paper towards the ink, be that darker or brighter, in levels;
   * paper itself scatters around 0. */
  readonly contrasts: Float32Array;
}

/** Compares the pixels of an image to its paper. Half the light halves the difference too, so the
 * levels are those that the sheet would have if it were lit everywhere as it is on average.
 */
export function inkContrast(image: LightImage, { light, polarity }: Background): InkContrast {
  const isDark = polarity === "dark-on-light";
  const cases = new Uint16Array(image.pixels.length);
  const all = new Uint32Array(256 * 256);
  const pairs: number[] = [];
  const places = new Int32Array(all.length).fill(-1);
  for (let i = 0; i < cases.length; i++) {
    const pair = light.pixels[i] * 256 + image.pixels[i];
    if (places[pair] < 0) places[pair] = pairs.push(pair) - 1;
    cases[i] = places[pair];
    all[pair]++;
  }
  const counts = Uint32Array.from(pairs, (pair) => all[pair]);
  const ranges = pairs.map((pair) => {
    return Math.max(contrastLimits.leastRange, isDark ? pair >> 8 : 255 - (pair >> 8));
  });
  const average = ranges.reduce((sum, range, k) => sum + counts[k] * range, 0) / cases.length;
  const contrasts = Float32Array.from(pairs, (pair, k) => {
    const [paper, own] = [pair >> 8, pair & 255];
    return (isDark ? paper - own : own - paper) * Math.fround(average / ranges[k]);
  });
  return { cases, counts, contrasts };
}
