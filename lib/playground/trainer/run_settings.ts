/** What the learner sets before a run. */
export interface RunSettings {
  /** The highest rate of the schedule. */
  readonly learningRate: number;
  /** Images a step. */
  readonly batchSize: number;
  /** Which of the page's networks, from 0. */
  readonly network: number;
}
