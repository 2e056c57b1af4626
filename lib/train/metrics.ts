/** What a training run tells.
 *
 * @module
 */

/** What `fit` tells after a step. */
export interface StepMetrics {
  /** Tells the two kinds of message apart. */
  readonly kind: "step";
  /** From 1. */
  readonly epoch: number;
  /** How many the run has. */
  readonly epochs: number;
  /** Steps done in the whole run, from 1. */
  readonly step: number;
  /** How many the run has. */
  readonly steps: number;
  /** Mean cross-entropy of the batch in nats, label smoothing included. */
  readonly loss: number;
  /** Of this step. */
  readonly learningRate: number;
  /** At the speed so far; not known after the first step, which takes longer than any other. */
  readonly secondsLeft: number | undefined;
}

/** What `fit` tells after an epoch. */
export interface EpochMetrics {
  /** Tells the two kinds of message apart. */
  readonly kind: "epoch";
  /** From 1. */
  readonly epoch: number;
  /** How many the run has. */
  readonly epochs: number;
  /** Steps done in the whole run. */
  readonly step: number;
  /** How many the run has. */
  readonly steps: number;
  /** Mean over the images of the epoch. */
  readonly loss: number;
  /** Mean cross-entropy of the validation images, in nats. */
  readonly validationLoss: number;
  /** 0 to 1. */
  readonly validationAccuracy: number;
  /** Since the run, or its resumption, began. */
  readonly seconds: number;
  /** Whether no earlier epoch had a higher validation accuracy. */
  readonly isBest: boolean;
}

/** One message of a training run.
 *
 * @example
 * ```ts
 * import type { Metrics } from "@lib/train/metrics.ts";
 * import { strictEqual } from "node:assert";
 * const tell = (metrics: Metrics): string =>
 *   metrics.kind === "step" ? `loss ${metrics.loss}` : `accuracy ${metrics.validationAccuracy}`;
 * const step = { kind: "step", epoch: 1, epochs: 1, step: 1, steps: 1 } as const;
 * strictEqual(tell({ ...step, loss: 2.3, learningRate: 0.1, secondsLeft: 0 }), "loss 2.3");
 * ```
 */
export type Metrics = StepMetrics | EpochMetrics;
