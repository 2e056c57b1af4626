import type { Rng } from "../../../base/rng.ts";
import { inkBox } from "../../../image/ink_box.ts";
import { resample } from "../../../image/resample.ts";
import { blur } from "./blur.ts";
import { contrast } from "./contrast.ts";
import { pad } from "../../../image/pad.ts";
import { noise } from "./noise.ts";
import { unevenInk } from "./uneven_ink.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** The fewest and the most pixels along the longer side of a scanned digit. */
const coarsest = 7;
const sharpest = 28;

/** Takes a picture of a drawing, and separates ink from paper: uneven ink, blur, few pixels (such as
 * 8×8 or 16×16), noise, soft or hard contrast up to black and white; each at random, often none.
 *
 * @param ink 0 paper to 255 full stroke
 * @param rng draws everything
 */
export function degradeScan(ink: InkImage, rng: Rng): InkImage {
  let seen = ink;
  if (rng.uniform() < 0.25) {
    const fading = { strength: rng.between(0.1, 0.9), spacing: 1.2 * 10 ** rng.uniform() };
    seen = unevenInk(seen, fading, rng);
  }
  if (rng.uniform() < 0.25) seen = blur(seen, rng.between(0.3, 1));
  if (rng.uniform() < 0.45) seen = scan(seen, rng);
  if (rng.uniform() < 0.3) seen = noise(onPaper(seen, rng.integer(5)), rng.between(2, 28), rng);
  if (rng.uniform() < 0.5) {
    let peak = 1;
    for (const level of seen.pixels) if (level > peak) peak = level;
    const paper = peak * rng.between(0, 0.4);
    seen = contrast(seen, paper, paper + peak * rng.between(0.02, 0.6));
  }
  return seen;
}

/** Noise falls on the paper around a digit too. */
function onPaper(ink: InkImage, margin: number): InkImage {
  return pad(ink, { left: margin, right: margin, top: margin, bottom: margin });
}

function scan(ink: InkImage, rng: Rng): InkImage {
  const side = coarsest * (sharpest / coarsest) ** rng.uniform();
  const box = inkBox(ink) ?? ink;
  const scale = side / Math.max(box.width, box.height);
  const pixels = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(ink, pixels(ink.width), pixels(ink.height));
}
