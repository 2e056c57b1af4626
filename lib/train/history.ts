import type { EpochMetrics, Metrics, StepMetrics } from "./metrics.ts";

/** The metrics of a run so far, for a figure or a file. */
export class History {
  readonly steps: StepMetrics[] = [];
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
  if (epoch) parts.push(`accuracy ${(100 * epoch.validationAccuracy).toFixed(2)} %`);
  parts.push(`${Math.ceil(last.secondsLeft)} s left`);
  return parts.join(" · ");
}
