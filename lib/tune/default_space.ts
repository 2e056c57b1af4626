/** What a study searches unless told otherwise.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import { spaceLimits as limits } from "./limits.ts";
import type { Space, Span } from "./space.ts";

/** A space around a profile's own settings: all but the number of epochs and the network, and the augmentation
 * only where it is of numbers. More epochs nearly always win, so they are no setting to be chosen by accuracy
 * alone.
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { defaultSpace } from "@lib/tune/default_space.ts";
 * import { deepStrictEqual, strictEqual } from "node:assert";
 * const { learningRate } = defaultSpace(profileNamed("quick"));
 * deepStrictEqual(learningRate, { kind: "log-uniform", low: 0.01, high: 1 });
 * strictEqual(defaultSpace(profileNamed("handwriting")).augmentation, undefined);
 * ```
 */
export function defaultSpace({ learningRate, augmentation }: Profile): Space {
  return {
    learningRate: {
      kind: "log-uniform",
      low: learningRate / limits.rateDivisor,
      high: learningRate * limits.rateFactor,
    },
    batchSize: { kind: "choice", values: limits.batchSizes },
    momentum: span("uniform", limits.momentum),
    weightDecay: span("log-uniform", limits.weightDecay),
    labelSmoothing: span("uniform", limits.labelSmoothing),
    ...(typeof augmentation !== "string" && {
      augmentation: span("uniform", limits.augmentation),
    }),
  };
}

function span(kind: "uniform" | "log-uniform", [low, high]: readonly [number, number]): Span {
  return { kind, low, high };
}
