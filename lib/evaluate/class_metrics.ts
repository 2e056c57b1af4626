/** Accuracy, precision, recall and F1.
 *
 * @module
 */

/** Precision, recall and their harmonic mean, each 0 to 1. */
export interface Scores {
  /** Of the images read as this digit, the share that is one. */
  readonly precision: number;
  /** Of the images that show this digit, the share read as one. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
}

/** The scores of one class. */
export interface ClassScores extends Scores {
  /** How many images of the class there are. */
  readonly support: number;
}

/** What a confusion matrix says of a classifier. */
export interface ClassMetrics {
  /** The share of images read rightly, 0 to 1. */
  readonly accuracy: number;
  /** One entry a class. */
  readonly perClass: readonly ClassScores[];
  /** Mean over the classes: each counts the same, however rare. */
  readonly macro: Scores;
  /** From the counts of all classes together: each image counts the same. */
  readonly micro: Scores;
  /** Mean over the classes, weighted by their support. */
  readonly weighted: Scores;
}

/** Accuracy, and precision, recall and F1 for each class and over all.
 *
 * A score whose denominator is 0 is what `zeroDivision` says: the precision of a class never predicted, the
 * recall of one without support. The values are those of scikit-learn's
 * [precision_recall_fscore_support](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_fscore_support.html)
 * with the same `zero_division` and all classes as `labels`: where it is NaN, such a class is left out of
 * the averages.
 *
 * @param confusion `[classes][classes]` counts, row = true, column = predicted
 * @param options.zeroDivision what 0 / 0 gives: 0 by default, 1 or NaN
 * @throws {TypeError} if the matrix is not square
 *
 * @example
 * ```ts
 * import { classMetrics } from "@lib/evaluate/class_metrics.ts";
 * import { strictEqual } from "node:assert";
 * const { accuracy, perClass } = classMetrics([[3, 1], [0, 4]]);
 * strictEqual(accuracy, 7 / 8);
 * strictEqual(perClass[0].recall, 3 / 4); // one 0 was missed
 * strictEqual(perClass[0].precision, 1); // but what was read as 0 is one
 * ```
 */
export function classMetrics(
  confusion: readonly (readonly number[])[],
  { zeroDivision = 0 }: { readonly zeroDivision?: number } = {},
): ClassMetrics {
  const wrongRow = confusion.findIndex((row) => row.length !== confusion.length);
  if (wrongRow >= 0) {
    throw new TypeError(
      `Cannot score a confusion matrix of ${confusion.length} rows: ` +
        `found ${confusion[wrongRow].length} columns in row ${wrongRow}, wanted a square`,
    );
  }
  const right = confusion.map((row, label) => row[label]);
  const support = confusion.map(sum);
  const predicted = confusion.map((_, label) => sum(confusion.map((row) => row[label])));
  const total = sum(support);
  const perClass = right.map((count, label) => ({
    ...scores(count, predicted[label], support[label], zeroDivision),
    support: support[label],
  }));
  return {
    accuracy: ratio(sum(right), total, 0),
    perClass,
    macro: mean(perClass, perClass.map(() => 1)),
    micro: scores(sum(right), sum(predicted), total, zeroDivision),
    weighted: mean(perClass, support),
  };
}

function scores(right: number, predicted: number, support: number, zeroDivision: number): Scores {
  return {
    precision: ratio(right, predicted, zeroDivision),
    recall: ratio(right, support, zeroDivision),
    f1: ratio(2 * right, predicted + support, zeroDivision),
  };
}

/** The weighted means, of the classes whose score is a number; where none of these has any weight, all of
 * them count the same. */
function mean(perClass: readonly Scores[], weights: readonly number[]): Scores {
  const none = perClass.length === 0 ? 0 : NaN;
  const of = (key: keyof Scores): number => {
    const entries = perClass.map((entry, label) => [entry[key], weights[label]])
      .filter(([value]) => !Number.isNaN(value));
    const weight = sum(entries.map(([_, own]) => own));
    if (weight === 0) return ratio(sum(entries.map(([value]) => value)), entries.length, none);
    return sum(entries.map(([value, own]) => value * own)) / weight;
  };
  return { precision: of("precision"), recall: of("recall"), f1: of("f1") };
}

function ratio(part: number, whole: number, zeroDivision: number): number {
  return whole === 0 ? zeroDivision : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
