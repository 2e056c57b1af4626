import { aim } from "../aim.ts";
import { percent } from "@lib/base/format.ts";
import { mean, median } from "@lib/base/statistics.ts";
import type { Level } from "./levels.ts";

/** One seed, trained by us and by the peer; `null` where the peer had no turn. */
export interface LevelRow {
  readonly seed: number;
  /** From the start of the process to the last write of model and checkpoint. */
  readonly secondsToSavedModel: number;
  /** 0 to 1. */
  readonly validationAccuracy: number;
  readonly testAccuracy: number;
  readonly peerSeconds: number | null;
  readonly peerTestAccuracy: number | null;
}

/** Some seeds of one side. */
export interface LevelSummary {
  readonly seconds: number;
  readonly slowest: number;
  readonly mean: number;
  readonly lowest: number;
  /** Of how many seeds the model is as accurate as the level says. */
  readonly reached: number;
  readonly seeds: number;
}

/** What was measured of a level. */
export interface LevelResult extends Pick<Level, "accuracy"> {
  /** What `deno task train` was told: `--profile best --epochs 4`. */
  readonly recipe: string;
  /** Seconds to the saved model. */
  readonly target: number;
  /** Name and version; `null` where it is not there. */
  readonly peer: string | null;
  readonly peerThreads: number;
  readonly ours: LevelSummary;
  readonly theirs: LevelSummary | null;
  readonly rows: readonly LevelRow[];
}

/** Of all seeds: the median of the seconds, the mean of the accuracies on the test set, the worst of each.
 *
 * @param rows at least one
 */
export function summariseLevel(
  rows: readonly LevelRow[],
  { accuracy }: Pick<Level, "accuracy">,
): Pick<LevelResult, "ours" | "theirs"> {
  const sideOf = (seconds: readonly number[], scores: readonly number[]): LevelSummary => {
    return {
      seconds: median(seconds),
      slowest: Math.max(...seconds),
      mean: mean(scores),
      lowest: Math.min(...scores),
      reached: scores.filter((score) => score >= accuracy).length,
      seeds: scores.length,
    };
  };
  const peers = rows.flatMap(({ peerSeconds, peerTestAccuracy }) => {
    return peerSeconds === null || peerTestAccuracy === null
      ? []
      : [{ peerSeconds, peerTestAccuracy }];
  });
  return {
    ours: sideOf(
      rows.map((row) => row.secondsToSavedModel),
      rows.map((row) => row.testAccuracy),
    ),
    theirs: peers.length === 0 ? null : sideOf(
      peers.map((row) => row.peerSeconds),
      peers.map((row) => row.peerTestAccuracy),
    ),
  };
}

/** The levels as a Markdown table. */
export function levelsTable(results: readonly LevelResult[]): string {
  const side = (one: LevelSummary | null): string[] => {
    if (one === null) return ["–", "–", "–", "–"];
    const { seconds, slowest, mean, lowest, reached, seeds } = one;
    return [
      ...[seconds.toFixed(1), slowest.toFixed(1)],
      ...[`${percent(mean, 2)}, ${percent(lowest, 2)}`, `${reached} of ${seeds}`],
    ];
  };
  const peer = results.find((result) => result.peer !== null)?.peer ?? "PyTorch";
  return [
    "| test accuracy | recipe | s to saved model | slowest | mean, lowest | seeds that reach it " +
    `| ${peer}: s to saved model | slowest | mean, lowest | seeds that reach it | target |`,
    "| --: | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ...results.map(({ accuracy, recipe, ours, theirs, target }) =>
      `| ${
        [
          ...[aim(accuracy), `\`${recipe}\``],
          ...[...side(ours), ...side(theirs), `≤ ${target} s`],
        ].join(" | ")
      } |`
    ),
  ].join("\n");
}
