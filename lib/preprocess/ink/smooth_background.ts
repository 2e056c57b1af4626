import { median } from "../../base/statistics.ts";
import { type Grid, localLinearFit } from "./local_linear_fit.ts";
import { resample } from "../../image/resample.ts";
import { toBytes } from "../../base/to_bytes.ts";
import type { LightImage } from "../../image/light_image.ts";
import { smoothLimits } from "./light_limits.ts";

/** The light of the bare paper (or board) as far as it changes evenly.
 *
 * Paper is taken to be what most of the neighbourhood consists of, be it brighter than the ink or
 * darker: planes are fitted locally, places far off them are left out as ink, and again (trimmed
 * least squares). Slopes are followed to the edges; the hard edge of a shadow is not.
 *
 * @returns the paper's light, same size
 */
export function smoothBackground(image: LightImage): LightImage {
  const { width, height } = image;
  const { longSide, shortSide, reach, rounds } = smoothLimits;
  const most = Math.max(longSide / Math.max(width, height), shortSide / Math.min(width, height));
  const scale = Math.min(1, most);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const small = resample(image, side(width), side(height));
  const grid = { ...small, values: Float64Array.from(small.pixels) };
  const radius = Math.max(2, Math.round(Math.min(small.width, small.height) * reach));
  const weights = new Float64Array(grid.values.length).fill(1);
  let planes = localLinearFit(grid, weights, radius);
  for (let round = 1; round < rounds; round++) {
    if (!leaveOutInk(grid, planes, weights)) break; // the same places give the same planes
    planes = localLinearFit(grid, weights, radius);
  }
  return resample({ ...small, pixels: toBytes(planes) }, width, height);
}

/** Sets the weight of places far off their planes to 0, of the others to 1.
 *
 * @returns whether any changed
 */
function leaveOutInk({ values }: Grid, planes: Float64Array, weights: Float64Array): boolean {
  const residuals = new Float64Array(values.length);
  for (let i = 0; i < residuals.length; i++) residuals[i] = Math.abs(values[i] - planes[i]);
  const most = Math.max(
    smoothLimits.leastResidual,
    smoothLimits.maxResidual * median(residuals),
  );
  let isOther = false;
  for (let i = 0; i < residuals.length; i++) {
    const weight = residuals[i] <= most ? 1 : 0;
    if (weight !== weights[i]) isOther = true;
    weights[i] = weight;
  }
  return isOther;
}
