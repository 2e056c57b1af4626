/** Digits as other writers write them.
 *
 * @module */

import type { Rng } from "../../base/rng.ts";
import { imageSide } from "../../image/digit_size.ts";
import { inkBox } from "../../image/ink_box.ts";
import { disturb } from "../disturb/disturb.ts";
import { normaliseDigit } from "../ink/normalise_digit.ts";
import { disturbedShare } from "./disturbed_share.ts";
import { degradeScan } from "./scan/degrade_scan.ts";
import { pad } from "../../image/pad.ts";
import { allographs } from "./writer/allographs.ts";
import { plainDigit } from "./writer/plain_digit.ts";
import { schoolDigit } from "./writer/school_digit.ts";
import { varyWriter } from "./writer/vary_writer.ts";
import { segmentationArtefacts } from "./scan/segmentation_artefacts.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";

/** An image and what it shows. */
export interface LabelledImage {
  /** `[784]`, 0 paper to 255 full stroke. */
  readonly pixels: Uint8Array;
  /** A digit, 0 to 9, or `nonDigitClass`. */
  readonly label: number;
}

/** Shares of digits, 0 to 1, and how strongly they are varied. Chosen by eye on MNIST's training digits; not
 * searched. More of the first two give a model that is better on MNIST's test set and worse on photographs;
 * fewer, the reverse. */
const ranges = {
  /** Share that stays as it is, but for a shift by a pixel. */
  unchanged: 0.1,
  /** Share in a similar style, as a clean scan shows it, and how far that style differs: 1 as any writer. What is
   * disturbed is in such a style as well. */
  clean: 0.2,
  cleanStrength: 0.4,
  /** Share that is drawn anew in a plain hand of one even line, and how far its style differs. */
  plain: 0.1,
  plainStrength: 0.5,
  /** Share of the others that are drawn anew in a shape that other schools teach. */
  schooled: 0.18,
  /** Share of the others, plain or not, that are badly cut out of their page. */
  badlyCut: 0.25,
} as const;

/** Varies a training digit as if another writer had written it with another pen, and as if it had been
 * photographed or scanned, cut out of its page, and prepared by `normaliseDigit` like any digit that is read.
 *
 * @param digit of MNIST; not changed
 * @param neighbour `[784]`, another one, of which slivers may show
 * @param rng decides everything
 * @returns `[784]`, 0 paper to 255 full stroke, of the same class
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { syntheticDigit } from "@lib/preprocess/handwriting/synthetic_digit.ts";
 * const { images, labels } = (await loadMnist("package")).train;
 * const digit = { pixels: images.subarray(0, 784), label: labels[0] };
 * const varied = syntheticDigit(digit, images.subarray(784, 2 * 784), rngFromSeed(1));
 * strictEqual(varied.length, 784);
 * ```
 */
export function syntheticDigit(
  digit: LabelledImage,
  neighbour: Uint8Array,
  rng: Rng,
): Uint8Array {
  const image = inkOf(digit.pixels);
  const way = rng.uniform();
  if (way < ranges.unchanged) return shifted(image, rng);
  const [clean, disturbed] = [ranges.unchanged + ranges.clean, 1 - disturbedShare];
  if (way < clean || way >= disturbed) {
    const pixels = normalised(varyWriter(image, ranges.cleanStrength, rng), digit);
    return way < clean ? pixels : disturb(pixels, rng);
  }
  const isPlain = way < clean + ranges.plain;
  const isSchooled = !isPlain && rng.uniform() < ranges.schooled;
  let ink = isPlain
    ? varyWriter(plainDigit(digit.label, rng), ranges.plainStrength, rng)
    : varyWriter(
      (isSchooled ? schoolDigit(digit.label, rng.uniform(), rng) : undefined) ??
        allographs(image, digit.label, rng),
      1,
      rng,
    );
  if (rng.uniform() < ranges.badlyCut) ink = segmentationArtefacts(ink, inkOf(neighbour), rng);
  return normalised(degradeScan(ink, rng), digit);
}

function shifted(image: InkImage, rng: Rng): Uint8Array {
  const [right, down] = [rng.integer(3) - 1, rng.integer(3) - 1];
  return pad(image, { left: right, right: -right, top: down, bottom: -down }).pixels;
}

/** The ink in MNIST's size and place; the digit as it was where no ink is left. */
function normalised(ink: InkImage, { pixels }: LabelledImage): Uint8Array {
  return inkBox(ink, 1) === undefined ? pixels.slice() : normaliseDigit(ink);
}

function inkOf(pixels: Uint8Array): InkImage {
  return inkImage(imageSide, imageSide, pixels);
}
