/** What the line reader is trained on, a batch.
 *
 * @module
 */
import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { noLabel } from "../../../backend/ctc/ctc_loss.ts";
import { lineHeight, trainedWidth } from "../../../model/networks/line_size.ts";
import { syntheticLine } from "./synthetic_line.ts";

/** Labels of each line: more digits do not fit. */
export const labelsPerLine = 10;

/** Writes lines for the line reader to learn, one for each of some training images.
 *
 * @param dataset MNIST's training images
 * @param indices which of them are to be among the digits, position by position
 * @param rng is forked for each position, and stays as it is
 * @param options.first position of the first; 0 by default
 * @returns images of 32 × 144 pixels, and ten labels each: the digits from left to right, `noLabel` behind them
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { syntheticLines } from "@lib/preprocess/handwriting/line/synthetic_lines.ts";
 * const { train } = await loadMnist("package");
 * const { images, labels } = syntheticLines(train, Uint32Array.of(0, 1), rngFromSeed(1));
 * deepStrictEqual([images.length, labels.length], [2 * 32 * 144, 2 * 10]);
 * ```
 */
export function syntheticLines(
  dataset: Dataset,
  indices: Uint32Array,
  rng: Rng,
  { first = 0 }: { readonly first?: number } = {},
): Dataset {
  const size = indices.length;
  const pixels = lineHeight * trainedWidth;
  const images = new Uint8Array(size * pixels);
  const labels = new Uint8Array(size * labelsPerLine).fill(noLabel);
  for (let i = 0; i < size; i++) {
    const line = syntheticLine(dataset, indices[i], rng.fork(first + i), trainedWidth);
    images.set(line.ink.pixels, i * pixels);
    labels.set(line.labels, i * labelsPerLine);
  }
  return { images, labels, size };
}
