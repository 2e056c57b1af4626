/** Training images that are disturbed.
 *
 * @module */

import type { Rng } from "../../base/rng.ts";
import { imageSide } from "../../image/digit_size.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { blots } from "./blots.ts";
import { coarsePixels } from "./coarse_pixels.ts";
import { disturbancesRange as ranges } from "./disturb_ranges.ts";
import { grains } from "./grains.ts";
import { hollowStrokes } from "./hollow_strokes.ts";
import { inverted } from "./inverted.ts";
import { patternedPaper } from "./patterned_paper.ts";
import { scribbles } from "./scribbles.ts";
import { unevenLight } from "./uneven_light.ts";

/** In the order in which they come where several do: what befalls the writing, then the picture of it. */
const disturbances: readonly ((ink: InkImage, rng: Rng) => InkImage)[] = [
  hollowStrokes,
  scribbles,
  blots,
  patternedPaper,
  unevenLight,
  inverted,
  coarsePixels,
  grains,
];

/** Disturbs an image as pages and cameras do, one to three times: weak ink on uneven light, patterned paper,
 * dust and noise, strokes across, blots, hollow strokes, inverted areas, coarse pixels.
 *
 * A network that learned some images so reads what else disturbs them better as well. None of these is one of the
 * fifteen corruptions of MNIST-C (Mu and Gilmer, 2019, https://arxiv.org/abs/1906.02337) that the models are scored
 * on: fog there is a fractal that is added to ink and paper alike, noise is drawn pixel by pixel from other
 * distributions, zigzags and dots have a shape and a pitch of their own. They are relatives, though.
 *
 * @param pixels `[784]`, 0 paper to 255 full stroke; not changed
 * @param rng decides everything
 * @returns `[784]`
 *
 * @example
 * ```ts
 * import { notDeepStrictEqual, strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { disturb } from "@lib/preprocess/disturb/disturb.ts";
 * const image = new Uint8Array(784).fill(255, 300, 500);
 * const disturbed = disturb(image, rngFromSeed(1));
 * strictEqual(disturbed.length, 784);
 * notDeepStrictEqual(disturbed, image);
 * ```
 */
export function disturb(pixels: Uint8Array, rng: Rng): Uint8Array {
  const draw = rng.uniform();
  const count = draw < ranges.one ? 1 : draw < ranges.two ? 2 : 3;
  const chosen = rng.permutation(disturbances.length).subarray(0, count).sort();
  let image = inkImage(imageSide, imageSide, pixels);
  for (const index of chosen) image = disturbances[index](image, rng);
  return image.pixels;
}
