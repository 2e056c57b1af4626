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
import { scrawl } from "./scrawl.ts";
import { stains } from "./stains.ts";
import { type Turn, turn } from "../../../image/turn.ts";
import type { InkImage } from "../../../image/ink_image.ts";

type Kind = (dataset: Dataset, rng: Rng) => InkImage;

/** The kinds, and how many of a hundred are of each; the others are blank. */
const kinds: readonly (readonly [share: number, kind: Kind])[] = [
  [24, joinedDigits],
  [12, fragment],
  [12, turnedDigit],
  [3, crumpledDigit],
  [12, (_, rng) => scrawl(rng)],
  [25, (_, rng) => varyWriter(letter(rng), 1, rng)],
  [10, (_, rng) => stains(rng)],
];

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

/** Something that is no digit, in MNIST's form, as a reader of pages meets it: several digits in one,
 * parts of digits, digits turned or crumpled beyond recognition, rules and scrawls, letters, stains and
 * noise. It is made of MNIST's images, of a table of strokes, and of random numbers.
 *
 * @param dataset digits, and what they are; at least one that is neither 0 nor 1
 * @param rng decides everything
 * @returns `[784]`, 0 paper to 255 full stroke; blank at times
 * @throws {RangeError} if there are only 0s and 1s
 */
export function nonDigit(dataset: Dataset, rng: Rng): Uint8Array {
  let ticket = 100 * rng.uniform();
  const chosen = kinds.find(([share]) => (ticket -= share) < 0);
  if (chosen === undefined) return new Uint8Array(pixelsPerImage);
  const seen = degradeScan(chosen[1](dataset, rng), rng);
  return inkBox(seen, 1) === undefined ? new Uint8Array(pixelsPerImage) : normaliseDigit(seen);
}

function turnedDigit(dataset: Dataset, rng: Rng): InkImage {
  const index = pickDigit(dataset, (label) => turns[label].length > 0, rng);
  const ways = turns[dataset.labels[index]];
  return turn(varyWriter(digitAt(dataset, index), 1, rng), ways[rng.integer(ways.length)]);
}

/** A 0 and a 1 stay what they are, whatever the waves. */
function crumpledDigit(dataset: Dataset, rng: Rng): InkImage {
  const index = pickDigit(dataset, (label) => label > 1, rng);
  return elasticDistort(digitAt(dataset, index), {
    width: 1.4,
    height: 1.4,
    shear: 0,
    rotation: rng.between(-180, 180),
    waves: rng.between(12, 20),
    waveLength: 8,
  }, rng);
}
