import { Rng } from "@lib/base/rng.ts";

/** Labels as make_scores.py draws them: some classes never occur, some are never predicted. */
export function labelsOf(key: number): { classes: number; truth: number[]; predicted: number[] } {
  const rng = new Rng(key);
  const [classes, size, share] = [1 + rng.integer(10), 1 + rng.integer(60), rng.uniform()];
  const known = 1 + rng.integer(classes);
  const [truth, predicted]: [number[], number[]] = [[], []];
  for (let i = 0; i < size; i++) {
    truth.push(rng.integer(known));
    predicted.push(rng.uniform() < share ? truth[i] : rng.integer(classes));
  }
  return { classes, truth, predicted };
}

/** Probabilities as make_scores.py draws them: many are equal, some are 0, some images count nothing. */
export function probabilitiesOf(
  key: number,
): { classes: number; truth: number[]; probabilities: number[]; weights: number[] } {
  const rng = new Rng(key);
  const [classes, size] = [2 + rng.integer(9), 1 + rng.integer(40)];
  const [known, grid] = [1 + rng.integer(classes), [1, 10, 100_000][rng.integer(3)]];
  const isWeighted = rng.integer(2) === 1;
  const [truth, probabilities, weights]: number[][] = [[], [], []];
  for (let i = 0; i < size; i++) {
    truth.push(rng.integer(known));
    const row = Array.from({ length: classes }, () => rng.integer(grid + 1));
    const total = row.reduce((sum, value) => sum + value, 0);
    probabilities.push(...row.map((value) => total ? value / total : 1 / classes));
    const weight = isWeighted ? rng.integer(4) : 1;
    weights.push(i === 0 ? weight + 1 : weight);
  }
  return { classes, truth, probabilities, weights };
}

/** Many numbers in one: later ones count more, and what is not a number counts as one half. */
export function digest(values: readonly number[]): number {
  const total = values.length * (values.length + 1) / 2;
  return values.reduce((sum, value, i) => sum + (i + 1) * (Number.isNaN(value) ? 0.5 : value), 0) /
    total;
}
