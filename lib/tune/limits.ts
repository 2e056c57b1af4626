/** The default space, around a profile's own settings. */
export const spaceLimits = {
  /** The highest rate, as a multiple of the profile's. Higher, more trials diverge; lower, a best one above is
   * missed. Not measured. */
  rateFactor: 5,
  /** The lowest rate, as a divisor of the profile's. Higher, more trials learn too slowly. Not measured. */
  rateDivisor: 20,
  /** Images a step. Small ones are slow, large ones take fewer steps. Not measured. */
  batchSizes: [16, 32, 64, 128],
  /** Share of the velocity that is kept: 0 is plain descent, near 1 it overshoots. Not measured. */
  momentum: [0.7, 0.97],
  /** Share of a weight that is added to its gradient; the higher, the smaller weights stay. Not measured. */
  weightDecay: [1e-5, 1e-2],
  /** Share of the target that is spread over the classes; from 0.2 on confidences say little. Not measured. */
  labelSmoothing: [0, 0.2],
  /** Factor on the profile's augmentation; from 2 on digits leave the frame. Not measured. */
  augmentation: [0, 2],
} as const;

/** Asynchronous successive halving. */
export const halvingLimits = {
  /** Of as many trials one goes on from each rung, and rungs lie as many times apart. Higher, more are stopped and
   * good ones that start slowly are lost; 3 or 4 is what Li et al. use. Not measured here. */
  reduction: 3,
} as const;

/** The tree-structured Parzen estimator. */
export const parzenLimits = {
  /** Trials, quasi-random, before it is asked: with fewer it follows chance. Not measured. */
  startTrials: 8,
  /** Share of the trials that count as good. Higher, it explores more. On a smooth function of three settings, 40
   * trials and 40 seeds, its best beat that of chance with 31 seeds at 0.15 (which Bergstra et al. took) and at 0.1,
   * with 26 at 0.2 and 0.25. */
  goodShare: 0.15,
  /** Values of a setting that are compared. Higher, it is greedier; 24 is what Hyperopt takes; 6 did as well. */
  candidates: 24,
} as const;

/** The learning rate range test. */
export const rangeTestLimits = {
  /** The rate of the first step. Higher, the flat start is missed; lower, steps are lost on it. Not measured. */
  low: 1e-4,
  /** The rate of the last step. Lower, some runs do not diverge within it. Not measured. */
  high: 100,
  /** Steps at least. Fewer, and chance moves the curve; more take longer. Not measured. */
  steps: 150,
  /** Steps whose mean is compared with that of as many at the start, to end the run. More, and it ends later. Not
   * measured. */
  few: 5,
  /** The run ends where the last few losses are, on average, this many times the first few. Higher, it ends later.
   * Not measured. */
  diverged: 1.5,
  /** Share of what the loss had gained that it must lose again to count as diverged. Higher, the rate of divergence
   * is higher. Not measured. */
  lostShare: 0.5,
  /** The suggested rate is that of divergence divided by this. Higher, training is slower and safer. Not measured. */
  divisor: 10,
} as const;
