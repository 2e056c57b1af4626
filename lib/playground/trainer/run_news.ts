/** What a run tells. */
export type RunNews = StepNews | ScoreNews;

/** After a step. */
export interface StepNews {
  readonly kind: "step";
  /** Steps done, from 1. */
  readonly step: number;
  /** How many the run has. */
  readonly steps: number;
  /** Mean cross-entropy of the batch before the step in nats, label smoothing included. */
  readonly loss: number;
}

/** After a part of an epoch. */
export interface ScoreNews {
  readonly kind: "score";
  /** Steps done. */
  readonly step: number;
  /** Share of the held-out images that are read rightly, 0 to 1. */
  readonly accuracy: number;
}
