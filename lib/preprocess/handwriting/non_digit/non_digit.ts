/** The reject class: images that show no digit.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { pixelsPerImage } from "../../../image/digit_size.ts";
import { inkBox } from "../../../image/ink_box.ts";
import { normaliseDigit } from "../../ink/normalise_digit.ts";
import { elasticDistort } from "../writer/elastic_distort.ts";
import { degradeScan } from "../scan/degrade_scan.ts";
import { digitAt } from "../../dataset/digit_at.ts";
import { pickDigit } from "../../dataset/pick_digit.ts";
import { fragment } from "./fragment.ts";
import { varyWriter } from "../writer/vary_writer.ts";
import { joinedDigits } from "./joined_digits.ts";
import { letter } from "./letter.ts";
import { type NonDigitKind, pickKind } from "./pick_kind.ts";
import { scrawl } from "./scrawl.ts";
import { solid } from "./solid.ts";
import { stains } from "./stains.ts";
import { type Turn, turn } from "../../../image/turn.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

const { crumpled } = nonDigitRanges;

type Kind = (dataset: Dataset, rng: Rng) => InkImage;

/** How each kind is drawn that is not blank. */
const kinds: Readonly<Record<Exclude<NonDigitKind, "blank">, Kind>> = {
  joined: joinedDigits,
  fragment,
  turned: turnedDigit,
  crumpled: crumpledDigit,
  scrawl: (_, rng) => scrawl(rng),
  letter: (_, rng) => varyWriter(letter(rng), 1, rng),
  stains: (_, rng) => stains(rng),
  solid,
};

/** The turns after which each digit is none any more: not a mirrored 2, which may be a 5, and not a
 * mirrored 9, as some write it. */
const turns: readonly (readonly Turn[])[] = [
  [],
  ["left", "right"],
  ["left", "right"],
  ["mirrored", "half", "left", "right"],
  ["mirrored", "flipped", "half", "left", "right"],
  ["left", "right"],
  ["mirrored", "flipped", "left", "right"],
  ["mirrored", "flipped", "half", "left", "right"],
  ["left", "right"],
  ["flipped", "left", "right"],
];

/** Synthesises an image of the reject class, something that is not a digit, prepared as MNIST's digits are: several digits in one,
 * parts of digits, digits turned or crumpled beyond recognition, rules and scrawls, letters, stains and
 * noise, pieces of shadows, bars and thick rules. It is made of MNIST's images, of a table of strokes, and of random numbers.
 *
 * @param dataset digits, and what they are; at least one that is neither 0 nor 1
 * @param rng decides everything
 * @returns `[784]`, 0 paper to 255 full stroke; sometimes blank
 * @throws {RangeError} if there are only 0s and 1s
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { nonDigit } from "@lib/preprocess/handwriting/non_digit/non_digit.ts";
 * const { train } = await loadMnist("package");
 * const pixels = nonDigit(train, rngFromSeed(1));
 * deepStrictEqual(pixels, nonDigit(train, rngFromSeed(1)));
 * ```
 */
export function nonDigit(dataset: Dataset, rng: Rng): Uint8Array {
  const kind = pickKind(rng);
  if (kind === "blank") return new Uint8Array(pixelsPerImage);
  const seen = degradeScan(kinds[kind](dataset, rng), rng);
  return inkBox(seen, 1) === undefined ? new Uint8Array(pixelsPerImage) : normaliseDigit(seen);
}

function turnedDigit(dataset: Dataset, rng: Rng): InkImage {
  const index = pickDigit(dataset, (label) => turns[label].length > 0, rng);
  const ways = turns[dataset.labels[index]];
  return turn(varyWriter(digitAt(dataset, index), 1, rng), ways[rng.integer(ways.length)]);
}

/** Waves that leave nothing of a digit; a 0 and a 1 stay what they are, whatever the waves. */
function crumpledDigit(dataset: Dataset, rng: Rng): InkImage {
  const index = pickDigit(dataset, (label) => label > 1, rng);
  return elasticDistort(digitAt(dataset, index), {
    width: 1.4,
    height: 1.4,
    shear: 0,
    rotation: rng.between(...crumpled.rotation),
    waves: rng.between(...crumpled.waves),
    waveLength: 8,
  }, rng);
}
