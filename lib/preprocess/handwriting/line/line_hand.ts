import { type Rng, rngFromSeed } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { resample } from "../../../image/resample.ts";
import { digitAt } from "../../dataset/digit_at.ts";
import { allographs } from "../writer/allographs.ts";
import { schoolDigit } from "../writer/school_digit.ts";
import { plainDigit } from "../writer/plain_digit.ts";
import { varyWriter } from "../writer/vary_writer.ts";
import { handRanges as ranges } from "./line_ranges.ts";

/** Who writes the digits of a line.
 *
 * @param index of one of the data set's digits
 * @param size as a multiple of the usual one
 * @returns its ink, without paper around it
 */
export type LineHand = (index: number, size: number, rng: Rng) => InkImage;

/** Draws a hand: whose digits all lean, wave and thicken alike, as one writer's do; or a plain one, or, in a
 * part of the lines, several hands. */
export function lineHand(dataset: Dataset, rng: Rng): LineHand {
  const kind = rng.uniform();
  const isPlain = kind < ranges.plain;
  const isClean = !isPlain && kind < ranges.plain + ranges.clean;
  const strength = isPlain ? ranges.plainStrength : isClean ? ranges.cleanStrength : 1;
  const style = rng.uniform() < ranges.oneStyle ? rng.integer(2 ** 32) : undefined;
  const ofSchool = rng.uniform() < ranges.schooled ? rng.integer(2 ** 32) : undefined;
  return (index, size, each) => {
    const label = dataset.labels[index];
    const image = digitAt(dataset, index);
    const shape = isPlain
      ? plainDigit(label, each)
      : isClean
      ? image
      : (ofSchool === undefined || each.uniform() >= ranges.ofSchool
        ? undefined
        : schoolDigit(label, rngFromSeed(ofSchool).fork(label).uniform(), each)) ??
        allographs(image, label, each);
    const written = varyWriter(shape, strength, style === undefined ? each : rngFromSeed(style));
    const ink = cropToInk(written);
    const scale = size * Math.exp(ranges.size * each.normal());
    const side = (length: number): number => Math.max(1, Math.round(length * scale));
    return resample(ink, side(ink.width), side(ink.height));
  };
}
