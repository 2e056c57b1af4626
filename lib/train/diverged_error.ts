/** The error of a run that left the range of numbers.
 *
 * @module
 */

/** Training left the range of floating-point numbers: the learning rate is too high. A search over
 * learning rates catches it and goes on.
 *
 * @example
 * ```ts
 * import { DivergedError } from "@lib/train/diverged_error.ts";
 * import { match } from "node:assert";
 * match(new DivergedError(7, 40).message, /Lower the learning rate/);
 * ```
 */
export class DivergedError extends Error {
  /** Tells the class where it was lost, as in a message. */
  override readonly name = "DivergedError";

  /** Says where it was, and what to do.
   *
   * @param step of the run, from 1
   * @param learningRate of that step */
  constructor(step: number, learningRate: number) {
    super(
      `Training diverged: the loss of step ${step} is not a finite number at learning rate ` +
        `${learningRate.toPrecision(3)}. Lower the learning rate`,
    );
  }
}
