import { percent, thousands } from "../../base/format.ts";
import type { RunRecord } from "./run_record.ts";

/** The loss of a network that gives every digit the same probability. */
const guessing = Math.log(10);

/** How a run stands, or how it ended and what to make of that, in a sentence or two. */
export function wordsFor(run: RunRecord, error?: Error): string {
  const { accuracy, ending, seconds } = run;
  const time = `${seconds.toFixed(1)} s`;
  const score = accuracy === undefined ? "" : `${percent(accuracy, 2)} of the held-out images`;
  if (ending === undefined) return score === "" ? "Training …" : `Training …, ${score} so far.`;
  if (ending === "diverged") {
    return `Diverged after ${thousands(run.losses.length)} steps: the loss is not a number any ` +
      "more, for each step overshot further than the one before. Choose a lower learning rate.";
  }
  if (ending === "failed") return `The run ended early: ${error?.message}`;
  const result = `${score === "" ? "no score yet" : `it reads ${score}`}, after ${time}.`;
  if (ending === "stopped") return `Stopped: ${result}`;
  if (run.loss! > guessing - 0.1 || (accuracy ?? 0) < 0.2) {
    return `Done: ${result} That is no better than guessing: the loss never settled, because the ` +
      "learning rate is too high. Choose a lower one.";
  }
  return `Done: ${result}`;
}

/** How a run ended, for the table. */
export function resultOf({ ending, accuracy }: RunRecord): string {
  if (ending === "diverged") return "diverged";
  if (ending === "failed") return "failed";
  const score = accuracy === undefined ? "–" : percent(accuracy, 2);
  return ending === "stopped" ? `${score}, stopped` : score;
}
