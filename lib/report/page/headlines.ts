import { percent, thousands } from "../../base/format.ts";

/** A result in one number. */
export interface Headline {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** The results that a first page shows, out of the metrics of an evaluation; what the metrics do not
 * hold is left out.
 *
 * @param metrics `{ accuracy, interval: [low, high], macro: { f1 }, confusion }`, the shares from 0
 * to 1, the rows of the confusion matrix true digits
 *
 * @example
 * ```ts
 * import { headlines } from "@lib/report/page/headlines.ts";
 * import { strictEqual } from "node:assert";
 * const [{ value }] = headlines({ accuracy: 0.9918, interval: [0.9898, 0.9934] });
 * strictEqual(value, "99.18 %");
 * ```
 */
export function headlines(metrics: unknown): Headline[] {
  const { accuracy, interval, confusion } = (metrics ?? {}) as Record<string, unknown>;
  const found: Headline[] = [];
  if (isShare(accuracy)) {
    const bounds = Array.isArray(interval) && interval.length === 2 && interval.every(isShare)
      ? `95 % interval ${(100 * interval[0]).toFixed(2)} to ${percent(interval[1], 2)}`
      : "";
    found.push({ label: "Test accuracy", value: percent(accuracy, 2), note: bounds });
  }
  if (isMatrix(confusion)) {
    const { seen, wrong, most } = mistakes(confusion);
    found.push({
      label: "Misread",
      value: thousands(wrong),
      note: `of ${thousands(seen)} images never seen in training`,
    });
    if (most.times > 0) {
      found.push({
        label: "Most frequent mistake",
        value: `${most.truth} → ${most.guess}`,
        note: `a ${most.truth} read as ${most.guess}, ${most.times} times`,
      });
    }
  }
  return found;
}

function mistakes(confusion: readonly (readonly number[])[]): {
  seen: number;
  wrong: number;
  most: { truth: number; guess: number; times: number };
} {
  let [seen, wrong] = [0, 0];
  let most = { truth: 0, guess: 0, times: 0 };
  for (const [truth, row] of confusion.entries()) {
    for (const [guess, times] of row.entries()) {
      seen += times;
      if (truth === guess) continue;
      wrong += times;
      if (times > most.times) most = { truth, guess, times };
    }
  }
  return { seen, wrong, most };
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isMatrix(value: unknown): value is number[][] {
  return Array.isArray(value) &&
    value.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === "number"));
}
