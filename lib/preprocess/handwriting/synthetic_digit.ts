import type { Rng } from "../../base/rng.ts";
import { imageSide } from "../../image/digit_size.ts";
import { inkBox } from "../../image/ink_box.ts";
import { normaliseDigit } from "../ink/normalise_digit.ts";
import { degradeScan } from "./scan/degrade_scan.ts";
import { pad } from "../../image/pad.ts";
import { allographs } from "./writer/allographs.ts";
import { varyWriter } from "./writer/vary_writer.ts";
import type { LabelledImage } from "./labelled_image.ts";
import { segmentationArtefacts } from "./scan/segmentation_artefacts.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";

/** How many digits stay as they are, but for a shift by a pixel. */
const asTheyAre = 0.1;

/** How many only get another, similar hand, as a clean scan shows it. */
const clean = 0.2;

/** How many of the others are cut out of their page badly. */
const badlyCut = 0.25;

/** A training image as if it had been written by another hand with another pen, cut out of a page,
 * photographed or scanned, and prepared by `normaliseDigit` as any digit that is read.
 *
 * @param digit of MNIST; not changed
 * @param neighbour `[784]`, another one, of which slivers may show
 * @param rng decides everything
 * @returns `[784]`, 0 paper to 255 full stroke, of the same class
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { syntheticDigit } from "@lib/preprocess/handwriting/synthetic_digit.ts";
 * const { images, labels } = (await loadMnist("package")).train;
 * const digit = { pixels: images.subarray(0, 784), label: labels[0] };
 * const varied = syntheticDigit(digit, images.subarray(784, 2 * 784), rngFromSeed(1));
 * if (varied.length !== 784) throw new Error();
 * ```
 */
export function syntheticDigit(
  digit: LabelledImage,
  neighbour: Uint8Array,
  rng: Rng,
): Uint8Array {
  const image = grey(digit.pixels);
  const way = rng.uniform();
  if (way < asTheyAre) return moved(image, rng);
  if (way < asTheyAre + clean) return formed(varyWriter(image, 0.4, rng), digit);
  let ink = varyWriter(allographs(image, digit.label, rng), 1, rng);
  if (rng.uniform() < badlyCut) ink = segmentationArtefacts(ink, grey(neighbour), rng);
  return formed(degradeScan(ink, rng), digit);
}

function moved(image: InkImage, rng: Rng): Uint8Array {
  const [right, down] = [rng.integer(3) - 1, rng.integer(3) - 1];
  return pad(image, { left: right, right: -right, top: down, bottom: -down }).pixels;
}

/** The digit as it was, where nothing is left of the ink. */
function formed(ink: InkImage, { pixels }: LabelledImage): Uint8Array {
  return inkBox(ink, 1) === undefined ? pixels.slice() : normaliseDigit(ink);
}

function grey(pixels: Uint8Array): InkImage {
  return inkImage(imageSide, imageSide, pixels);
}
