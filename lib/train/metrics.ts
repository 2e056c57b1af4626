/** What `fit` tells after a step. */
export interface StepMetrics {
  readonly kind: "step";
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps done in the whole run, from 1. */
  readonly step: number;
  readonly steps: number;
  /** Mean cross-entropy of the batch in nats, label smoothing included. */
  readonly loss: number;
  readonly learningRate: number;
  /** At the speed so far. */
  readonly secondsLeft: number;
}

/** What `fit` tells after an epoch. */
export interface EpochMetrics {
  readonly kind: "epoch";
  readonly epoch: number;
  readonly epochs: number;
  readonly step: number;
  readonly steps: number;
  /** Mean over the images of the epoch. */
  readonly loss: number;
  readonly validationLoss: number;
  /** 0 to 1. */
  readonly validationAccuracy: number;
  /** Since the run, or its resumption, began. */
  readonly seconds: number;
  /** Whether no earlier epoch had a higher validation accuracy. */
  readonly isBest: boolean;
}

/** One message of a training run. */
export type Metrics = StepMetrics | EpochMetrics;
