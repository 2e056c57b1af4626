import type { Rng } from "../../base/rng.ts";
import { bilinear } from "../../image/bilinear.ts";
import { imageSide } from "../../image/digit_size.ts";
import type { Severity } from "./corruption.ts";
import { fogs } from "./ranges.ts";

/** The side in pixels of the map that the image is a part of: so wide are the largest clouds. */
const mapSide = 256;

/** Clouds lie over the image, and what is seen through them is fainter. */
export function fog(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const { density, decay } = fogs[severity - 1];
  const most = ink.reduce((highest, level) => Math.max(highest, level), 0);
  const clouds = cloudsOf(decay, rng);
  return ink.map((level, at) => (level + density * clouds[at]) * most / (most + density));
}

/** Noise of many sizes, 0 to 1: lattices of random heights, each twice as fine as the one before and fainter by
 * `decay`², with what lies between their points interpolated. */
function cloudsOf(decay: number, rng: Rng): Float32Array {
  const heights = new Float32Array(imageSide * imageSide);
  let [height, sum] = [1, 0];
  for (let step = mapSide; step >= 1; step /= 2) {
    const side = Math.ceil(imageSide / step) + 2;
    const lattice = {
      width: side,
      height: side,
      pixels: Float32Array.from({ length: side * side }, () => rng.between(-height, height)),
    };
    const [left, top] = [rng.uniform(), rng.uniform()];
    for (let at = 0; at < heights.length; at++) {
      const [x, y] = [at % imageSide, Math.floor(at / imageSide)];
      heights[at] += bilinear(lattice, left + x / step, top + y / step);
    }
    sum += height;
    height /= decay ** 2;
  }
  // So far from the middle does the highest point of a whole map lie, about.
  const most = sum * 0.75;
  return heights.map((value) => Math.min(1, Math.max(0, 0.5 + value / (2 * most))));
}
