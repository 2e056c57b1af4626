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
  const [own, paper] = [image.pixels, light.pixels];
  const all = countPairs(own, paper);
  const pairs: number[] = [];
  const places = new Uint16Array(all.length);
  for (let pair = 0; pair < all.length; pair++) {
    if (all[pair] > 0) places[pair] = pairs.push(pair) - 1;
  }
  const cases = new Uint16Array(own.length);
  for (let i = 0; i < cases.length; i++) cases[i] = places[paper[i] << 8 | own[i]];
  const counts = Uint32Array.from(pairs, (pair) => all[pair]);
  const ranges = pairs.map((pair) => {
    return Math.max(contrastLimits.leastRange, isDark ? pair >> 8 : 255 - (pair >> 8));
  });
  const average = ranges.reduce((sum, range, k) => sum + counts[k] * range, 0) / cases.length;
  const contrasts = Float32Array.from(pairs, (pair, k) => {
    const [sheet, level] = [pair >> 8, pair & 255];
    return (isDark ? sheet - level : level - sheet) * Math.fround(average / ranges[k]);
  });
  return { cases, counts, contrasts };
}

/** How many pixels have each pair of levels, the paper's times 256 and their own: `[65536]`. Two counts in turn,
 * because pixels side by side are often alike, and a count is ready for more only some steps later. */
function countPairs(own: Uint8Array, paper: Uint8Array): Uint32Array {
  const [even, odd] = [new Uint32Array(256 * 256), new Uint32Array(256 * 256)];
  let i = 0;
  for (; i + 1 < own.length; i += 2) {
    even[paper[i] << 8 | own[i]]++;
    odd[paper[i + 1] << 8 | own[i + 1]]++;
  }
  if (i < own.length) even[paper[i] << 8 | own[i]]++;
  for (let pair = 0; pair < even.length; pair++) even[pair] += odd[pair];
  return even;
}
