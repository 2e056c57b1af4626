import { percent } from "@lib/base/format.ts";
import { mean, median } from "@lib/base/statistics.ts";

/** One seed, trained by us and by the peer; `null` where something could not be measured. */
export interface QuickRow {
  readonly seed: number;
  /** From the start of the process to the last write of model and checkpoint. */
  readonly secondsToSavedModel: number;
  /** To the end of the process, which scores the model on the test set after that. */
  readonly wallSeconds: number;
  /** 0 to 1. */
  readonly testAccuracy: number;
  readonly peakMiB: number | null;
  readonly peerSeconds: number | null;
  /** By the peer's own clock, which starts when PyTorch has been loaded. */
  readonly peerSecondsAfterImports: number | null;
  readonly peerTestAccuracy: number | null;
  readonly peerPeakMiB: number | null;
}

/** What is measured of a seed. */
export type QuickMeasure = Exclude<keyof QuickRow, "seed">;

/** Of all seeds. */
export interface QuickSummary {
  /** Of the test accuracies, ours. */
  readonly mean: number;
  readonly lowest: number;
  /** Of the seconds to the saved model, ours. */
  readonly slowest: number;
  /** Of each column; `null` where a value is missing. */
  readonly median: Readonly<Record<QuickMeasure, number | null>>;
}

const measures: readonly QuickMeasure[] = [
  ...["secondsToSavedModel", "wallSeconds", "testAccuracy", "peakMiB"] as const,
  ...["peerSeconds", "peerSecondsAfterImports", "peerTestAccuracy", "peerPeakMiB"] as const,
];

/** @param rows at least one */
export function summariseQuick(rows: readonly QuickRow[]): QuickSummary {
  const accuracies = rows.map(({ testAccuracy }) => testAccuracy);
  const medians = measures.map((measure) => {
    const values = rows.map((row) => row[measure]).filter((value) => value !== null);
    return [measure, values.length < rows.length ? null : median(values)];
  });
  return {
    mean: mean(accuracies),
    lowest: Math.min(...accuracies),
    slowest: Math.max(...rows.map(({ secondsToSavedModel }) => secondsToSavedModel)),
    median: Object.fromEntries(medians),
  };
}

/** The seeds as a Markdown table, the medians below. */
export function quickTable({ peer, rows, median, target }: {
  readonly peer: string | null;
  readonly rows: readonly QuickRow[];
  readonly median: QuickSummary["median"];
  readonly target: { testAccuracy: number; seconds: number; peakMiB: number };
}): string {
  const name = peer ?? "PyTorch";
  const line = (first: string | number, row: QuickSummary["median"]): string =>
    `| ${first} | ${measures.map((measure) => cell(measure, row[measure])).join(" | ")} |`;
  return [
    "| seed | s to saved model | s to end | test accuracy | peak MiB " +
    `| ${name}: s to saved model | of these after imports | test accuracy | peak MiB |`,
    "| --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ...rows.map((row) => line(row.seed, row)),
    line("median", median),
    "",
    `Target: each seed ≥ ${percent(target.testAccuracy, 2)}, ≤ ${target.seconds} s to the saved ` +
    `model and before ${name}, ≤ ${target.peakMiB} MiB.`,
  ].join("\n");
}

function cell(measure: QuickMeasure, value: number | null): string {
  if (value === null) return "–";
  if (/accuracy/i.test(measure)) return percent(value, 2);
  return value.toFixed(measure.endsWith("MiB") ? 0 : 1);
}
