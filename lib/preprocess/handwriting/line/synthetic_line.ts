/** What the line reader is trained on, one line.
 *
 * @module
 */
import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { inkBox } from "../../../image/ink_box.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { lineBody, lineHeight, lineMargin } from "../../../model/networks/line_size.ts";
import { pad } from "../../../image/pad.ts";
import { shear } from "../../../image/shear.ts";
import { measureBody } from "../../ink/measure_body.ts";
import { measureSlant } from "../../ink/measure_slant.ts";
import { normaliseLine } from "../../ink/normalise_line.ts";
import { degradeScan } from "../scan/degrade_scan.ts";
import { lineRemnants } from "./line_remnants.ts";
import { coarsest, placeRanges, spacingRanges, textRanges } from "./line_ranges.ts";
import { wordlessLine } from "./wordless_line.ts";
import { writeLine } from "./write_line.ts";

/** An image of a line and what it says. */
export interface LabelledLine {
  /** 32 rows, as wide as was asked for. */
  readonly ink: InkImage;
  /** Its digits from left to right, 0 to 9; none where it shows none. */
  readonly labels: readonly number[];
}

/** Writes a line of digits as many hands write them, apart or joined, with what stands beside them, and
 * photographs, deskews and normalises it as the reader does.
 *
 * @param dataset MNIST's training images
 * @param index of a digit that is among them, from 0
 * @param rng decides the rest; give each position one of its own
 * @param width of the image, in pixels: digits that do not fit are left away
 *
 * @example
 * ```ts
 * import { ok, strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { syntheticLine } from "@lib/preprocess/handwriting/line/synthetic_line.ts";
 * const { train } = await loadMnist("package");
 * const { ink, labels } = syntheticLine(train, 0, rngFromSeed(1), 144);
 * strictEqual(ink.pixels.length, 32 * 144);
 * ok(labels.length <= 10);
 * ```
 */
export function syntheticLine(
  dataset: Dataset,
  index: number,
  rng: Rng,
  width: number,
): LabelledLine {
  const room = width - 2 * lineMargin;
  const isEmpty = rng.uniform() < textRanges.none;
  const { ink, labels, extent } = isEmpty
    ? wordlessLine(dataset, rng)
    : writeLine(dataset, index, rng, { widest: room });
  lineRemnants(ink, extent, rng);
  const height = extent.bottom - extent.top;
  const seen = degradeScan(upright(ink, rng), rng, { height, coarsest });
  const left = inkBox(seen, 1);
  if (left === undefined) return { ink: inkImage(width, lineHeight), labels: [] };
  const trimmed = pad(seen, { left: -left.x, right: left.x + left.width - seen.width });
  const body = measureBody(trimmed);
  const rows = body.height * Math.exp(placeRanges.height * rng.normal());
  const normalised = normaliseLine(trimmed, {
    middle: body.middle + placeRanges.middle * body.height * rng.normal(),
    height: Math.max(rows, lineBody * trimmed.width / room), // so that all of it fits
  });
  return { ink: pad(normalised, { right: width - normalised.width }), labels };
}

/** Without its slant, as far as that is found. */
function upright(ink: InkImage, rng: Rng): InkImage {
  const slant = measureSlant(ink) + spacingRanges.residualSlant * rng.normal();
  return shear(ink, -slant).image;
}
