/** What a camera or a scanner does to a digit.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import { inkBox } from "../../../image/ink_box.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { pad } from "../../../image/pad.ts";
import { resample } from "../../../image/resample.ts";
import { blur } from "./blur.ts";
import { contrast } from "./contrast.ts";
import { noise } from "./noise.ts";
import { degradeRanges as ranges } from "./scan_ranges.ts";
import { unevenInk } from "./uneven_ink.ts";

/** Degrades a drawing as photographing or scanning it, and separating ink from paper, does: uneven ink,
 * blur, few pixels (such as 8×8 or 16×16), noise, soft or hard contrast up to black and white; each at
 * random, often none.
 *
 * @param ink a digit about 20 pixels high
 * @param rng draws everything
 * @param options.height of the digits on it, in pixels, where it shows several; the longer side of the ink by
 * default
 * @param options.coarsest pixels along that side that the coarsest scans have; 7 by default
 * @returns `ink` itself where nothing is done, else often another size
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { degradeScan } from "@lib/preprocess/handwriting/scan/degrade_scan.ts";
 * const stroke = inkImage(3, 20, new Uint8Array(60).fill(255));
 * deepStrictEqual(degradeScan(stroke, rngFromSeed(1)), degradeScan(stroke, rngFromSeed(1)));
 * ```
 */
export function degradeScan(
  ink: InkImage,
  rng: Rng,
  { height, coarsest = ranges.resolution.pixels[0] }: {
    readonly height?: number;
    readonly coarsest?: number;
  } = {},
): InkImage {
  let seen = ink;
  if (rng.uniform() < ranges.unevenInk.share) {
    const { strength, leastSpacing, mostTimesLeast } = ranges.unevenInk;
    const fading = {
      strength: rng.between(...strength),
      spacing: leastSpacing * mostTimesLeast ** rng.uniform(),
    };
    seen = unevenInk(seen, fading, rng);
  }
  if (rng.uniform() < ranges.blur.share) seen = blur(seen, rng.between(...ranges.blur.deviation));
  if (rng.uniform() < ranges.resolution.share) seen = resampled(seen, height, coarsest, rng);
  if (rng.uniform() < ranges.noise.share) {
    const { margin, deviation } = ranges.noise;
    // Noise falls on the paper around a digit too; a line has some as it comes.
    const paper = rng.integer(margin);
    seen = noise(height === undefined ? pad(seen, paper) : seen, rng.between(...deviation), rng);
  }
  if (rng.uniform() < ranges.contrast.share) {
    let peak = 1;
    for (const level of seen.pixels) if (level > peak) peak = level;
    const paper = peak * rng.between(...ranges.contrast.paper);
    seen = contrast(seen, paper, paper + peak * rng.between(...ranges.contrast.span));
  }
  return seen;
}

/** The image with as many pixels as a coarse or a fine scan has. */
function resampled(
  ink: InkImage,
  height: number | undefined,
  coarsest: number,
  rng: Rng,
): InkImage {
  const [, sharpest] = ranges.resolution.pixels;
  const side = coarsest * (sharpest / coarsest) ** rng.uniform();
  const box = inkBox(ink) ?? ink;
  const scale = side / (height ?? Math.max(box.width, box.height));
  const pixels = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(ink, pixels(ink.width), pixels(ink.height));
}
