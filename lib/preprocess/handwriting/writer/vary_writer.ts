/** The style of a writer: slant, proportions, waviness, stroke width.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { inkBox } from "../../../image/ink_box.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { strokeWidth } from "../../../image/stroke_width.ts";
import { elasticDistort } from "./elastic_distort.ts";
import { varyStrokeWidth } from "./vary_stroke_width.ts";
import { writerRanges as ranges } from "./writer_ranges.ts";

/** Changes a digit as if another writer had written it, with another pen: slant, rotation, narrow or wide,
 * wavy, a sharp pencil to a marker. One in eight is stretched towards a square, as forms readers of old
 * stored digits.
 *
 * @param ink a digit about 20 pixels high
 * @param strength 1 for any writer, less for one more like that of the digit
 * @param rng draws everything
 * @returns an image of another size
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { varyWriter } from "@lib/preprocess/handwriting/writer/vary_writer.ts";
 * const stroke = inkImage(3, 20, new Uint8Array(60).fill(255));
 * const once = varyWriter(stroke, 1, rngFromSeed(1));
 * deepStrictEqual(varyWriter(stroke, 1, rngFromSeed(1)), once);
 * ```
 */
export function varyWriter(ink: InkImage, strength: number, rng: Rng): InkImage {
  const { deviations } = ranges;
  const waveLength = rng.between(...ranges.waveLength);
  const isStretched = rng.uniform() < ranges.stretched * strength;
  const draw = (): number => strength * clamped(rng.normal());
  const distorted = cropToInk(elasticDistort(ink, {
    width: Math.exp(deviations.width * draw()) * (isStretched ? towardsSquare(ink, rng) : 1),
    height: Math.exp(deviations.height * draw()),
    shear: deviations.shear * draw(),
    rotation: deviations.rotation * draw(),
    waves: strength * waveLength * rng.between(...ranges.waves),
    waveLength,
  }, rng));
  if (rng.uniform() < ranges.samePen) return distorted;
  const [finest, broadest] = ranges.strokeWidth;
  const wanted = finest * (broadest / finest) ** rng.uniform();
  const [least, most] = ranges.growth;
  const growth = strength * (wanted - strokeWidth(distorted)) / 2;
  return varyStrokeWidth(distorted, Math.min(most, Math.max(least, growth)));
}

/** How much wider a digit becomes on its way to a square, at most three times. */
function towardsSquare(ink: InkImage, rng: Rng): number {
  const box = inkBox(ink);
  if (box === undefined) return 1;
  const stretch = Math.max(1, box.height / box.width) ** rng.between(...ranges.stretch);
  return Math.min(ranges.mostStretch, stretch);
}

/** A normal draw, but none farther out than some deviations. */
function clamped(draw: number): number {
  return Math.min(ranges.mostDeviations, Math.max(-ranges.mostDeviations, draw));
}
