/** A grid of candidates.
 *
 * @module
 */

/** The settings that a search varies. */
export interface Candidate {
  /** The highest rate of the schedule. */
  readonly learningRate: number;
  /** Images a step. */
  readonly batchSize: number;
  /** How often all images are seen. */
  readonly epochs: number;
}

/** Every combination of the values, in a fixed order.
 *
 * @throws {RangeError} if one of the lists is empty
 *
 * @example
 * ```ts
 * import { grid } from "@lib/tune/grid.ts";
 * const candidates = grid({ learningRate: [0.05, 0.2], batchSize: [32], epochs: [1, 2] });
 * if (candidates.length !== 4) throw new Error(`${candidates.length}`);
 * ```
 */
export function grid(
  values: { readonly [Name in keyof Candidate]: readonly number[] },
): Candidate[] {
  for (const [name, list] of Object.entries(values)) {
    if (list.length === 0) throw new RangeError(`Cannot search over no ${name}: wanted at least 1`);
  }
  return values.epochs.flatMap((epochs) =>
    values.batchSize.flatMap((batchSize) =>
      values.learningRate.map((learningRate) => ({ learningRate, batchSize, epochs }))
    )
  );
}
