/** The metrics of a run, kept.
 *
 * @module
 */

import { percent } from "../base/format.ts";
import type { EpochMetrics, Metrics, StepMetrics } from "./metrics.ts";

/** The metrics of a run so far, for a figure or a file.
 *
 * @example
 * ```ts
 * import { History, progressLine } from "@lib/train/history.ts";
 * import { strictEqual } from "node:assert";
 * const history = new History();
 * const first = { kind: "step", epoch: 1, epochs: 2, step: 1, steps: 10 } as const;
 * history.add({ ...first, loss: 2.3, learningRate: 0.1, secondsLeft: 8.2 });
 * strictEqual(progressLine(history), "epoch 1/2 · loss 2.300 · 9 s left");
 * ```
 */
export class History {
  /** After every step, in order. */
  readonly steps: StepMetrics[] = [];
  /** After every epoch, in order. */
  readonly epochs: EpochMetrics[] = [];

  /** Appends what `fit` yielded. */
  add(metrics: Metrics): void {
    if (metrics.kind === "step") this.steps.push(metrics);
    else this.epochs.push(metrics);
  }
}

/** A line that tells where a run stands: `epoch 1/2 · loss 0.61 · 98.2 % · 12 s left`.
 *
 * @param history everything so far; an empty one gives an empty line
 */
export function progressLine({ steps, epochs }: History): string {
  const last = steps.at(-1);
  if (last === undefined) return "";
  const recent = steps.slice(-50);
  const loss = recent.reduce((sum, step) => sum + step.loss, 0) / recent.length;
  const parts = [`epoch ${last.epoch}/${last.epochs}`, `loss ${loss.toFixed(3)}`];
  const epoch = epochs.at(-1);
  if (epoch) parts.push(`accuracy ${percent(epoch.validationAccuracy, 2)}`);
  if (last.secondsLeft) parts.push(`${Math.ceil(last.secondsLeft)} s left`);
  return parts.join(" · ");
}
