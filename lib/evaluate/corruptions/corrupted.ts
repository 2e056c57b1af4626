/** Data sets, corrupted.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";
import { type Dataset, imageAt } from "../../download/dataset.ts";
import type { Severity } from "./corruption.ts";
import { type CorruptionName, corruptions } from "./corruptions.ts";

/** How {@link corrupted} works. */
export interface CorruptedOptions {
  /** Decides all that is left to chance, image by image: an image is corrupted the same way whatever stands
   * beside it. */
  readonly rng: Rng;
  /** 1 to 5; MNIST-C's own for the corruption where it is missing. */
  readonly severity?: Severity;
}

/** A data set with every image corrupted, its labels as they are.
 *
 * @param name of one of the 15 corruptions of MNIST-C
 * @throws {RangeError} if there is no such corruption, or the severity is not 1 to 5
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { corrupted } from "@lib/evaluate/corruptions/corrupted.ts";
 * import { strictEqual } from "node:assert";
 * const blank = { size: 1, images: new Uint8Array(784), labels: Uint8Array.of(7) };
 * const { images } = corrupted(blank, "stripe", { rng: rngFromSeed(1) });
 * strictEqual(images.filter((level) => level === 255).length, 28 * 14); // two quarters of it
 * ```
 */
export function corrupted(
  dataset: Dataset,
  name: CorruptionName,
  { rng, severity }: CorruptedOptions,
): Dataset {
  if (!Object.hasOwn(corruptions, name)) {
    throw new RangeError(
      `Cannot corrupt by "${name}": wanted ${Object.keys(corruptions).join(", ")}`,
    );
  }
  const { corrupt, severity: own = 1 } = corruptions[name];
  const strength = severity ?? own;
  if (![1, 2, 3, 4, 5].includes(strength)) {
    throw new RangeError(`Cannot corrupt at severity ${strength}: wanted 1, 2, 3, 4 or 5`);
  }
  const stream = rng.stream(name);
  const images = new Uint8Array(dataset.images.length);
  for (let index = 0; index < dataset.size; index++) {
    const bytes = imageAt(dataset, index);
    const ink = new Float32Array(bytes).map((level) => level / 255);
    const levels = corrupt(ink, strength, stream.fork(index));
    for (let i = 0; i < levels.length; i++) {
      images[index * levels.length + i] = Math.round(255 * Math.min(1, Math.max(0, levels[i])));
    }
  }
  return { ...dataset, images };
}
