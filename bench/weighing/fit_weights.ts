/** What is known of one choice among several: a number for each weight. */
export type Features = readonly number[];

/** Several choices, one of which is right. */
export interface Choice {
  readonly options: readonly Features[];
  /** Which of them is right, from 0. */
  readonly right: number;
}

/** Steps of the descent, how far each goes, and how much of the last one it takes along: the loss has settled. */
const [steps, rate, momentum] = [600, 0.02, 0.95];
/** What a squared weight costs, in nats a choice: without it, choices that all features agree on let the weights
 * grow without end. */
const penalty = 1e-3;

/** Fits weights so that the odds of each option, `exp(weights · features)` as a part of those of all options, are
 * as probable as can be: a conditional logit, McFadden, 1974, "Conditional logit analysis of qualitative choice
 * behavior". The loss is convex, so that where it begins does not matter.
 *
 * @throws {RangeError} if there is no choice
 */
export function fitWeights(choices: readonly Choice[]): number[] {
  if (choices.length === 0) {
    throw new RangeError("Cannot fit weights: found no choices, wanted at least one");
  }
  const count = choices[0].options[0].length;
  const weights = new Array<number>(count).fill(0);
  const speed = new Array<number>(count).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => 2 * penalty * weight);
    for (const { options, right } of choices) {
      oddsOf(options, weights).forEach((odds, i) => {
        const excess = (odds - (i === right ? 1 : 0)) / choices.length;
        for (let k = 0; k < count; k++) gradient[k] += excess * options[i][k];
      });
    }
    for (let k = 0; k < count; k++) {
      speed[k] = momentum * speed[k] - rate * gradient[k];
      weights[k] += speed[k];
    }
  }
  return weights;
}

/** How probable each option is, 0 to 1; they sum to 1. */
export function oddsOf(options: readonly Features[], weights: readonly number[]): number[] {
  const scores = options.map((features) => {
    return features.reduce((sum, value, k) => sum + weights[k] * value, 0);
  });
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / all);
}
