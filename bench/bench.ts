import { numberOf, UsageError } from "@lib/commands/cli/arguments.ts";
import { defineCommand } from "@lib/commands/cli/define_command.ts";
import { pathOption } from "@lib/commands/cli/options.ts";
import { queueFrom, queueOption } from "@lib/commands/cli/queue_option.ts";
import { runCommand } from "@lib/commands/cli/run_command.ts";
import { benchAccuracy } from "./accuracy.ts";
import { levels } from "./accuracy/levels.ts";
import { aim } from "./aim.ts";
import { benchAlgorithms } from "./algorithms.ts";
import { benchBrowser } from "./browser.ts";
import { benchCutter } from "./cutter.ts";
import { benchFiles } from "./files.ts";
import { benchGemm } from "./gemm.ts";
import { benchInference } from "./inference.ts";
import { benchQueue } from "./queue.ts";
import { benchQuick } from "./quick.ts";
import { benchReading } from "./reading.ts";
import { benchScaling } from "./scaling.ts";
import { benchTraining } from "./training.ts";
import { benchTuning } from "./tuning.ts";
import { benchWeighing } from "./weighing.ts";
import { benchWorkers } from "./workers.ts";
import type { Measured } from "./write_results.ts";
import { writeSummary } from "./write_summary.ts";

/** What the command line says beside the rounds. */
interface Choices {
  readonly samples: string | undefined;
  /** Of `accuracy`, 0 to 1. */
  readonly level: number | undefined;
  readonly queue: URL | undefined;
}

type Jobs = Readonly<Record<string, (rounds: number, choices: Choices) => Promise<Measured>>>;

const benchmarks: Jobs = {
  training: benchTraining,
  inference: benchInference,
  workers: benchWorkers,
  quick: benchQuick,
  accuracy: (rounds, { level }) => benchAccuracy(rounds, level),
  gemm: benchGemm,
  algorithms: benchAlgorithms,
  scaling: benchScaling,
  files: benchFiles,
  browser: benchBrowser,
  reading: (_rounds, { samples }) => benchReading({ ...(samples && { samples }) }),
};

/** What can be named: all benchmarks, which run where none is; what is done anew with a new model; and what needs
 * their results. */
const jobs: Jobs = {
  ...benchmarks,
  weighing: benchWeighing,
  cutter: (_rounds, { samples }) => benchCutter({ ...(samples && { samples }) }),
  tuning: (rounds) => benchTuning(rounds),
  queue: (rounds, { queue }) => benchQueue(rounds, queue),
  summary: writeSummary,
};

const benchCommand = defineCommand({
  name: "bench",
  summary:
    "Measures beside PyTorch: training and prediction (training, inference), two workers and one " +
    "(workers), the quick profile (quick), how long training takes to an accuracy (accuracy); the matrix product beside the peak (gemm); " +
    "two ways to compute a convolution (algorithms); how time " +
    "grows (scaling), and with how many cores files are read (files); training in Chromium beside the backends of " +
    "TensorFlow.js (browser); and how well images are read (reading). Only where it is named: weighing fits how much each of two " +
    "readers counts, after one of them was trained; cutter trains a classifier on the reader's own cuts and measures " +
    "it beside the line reader; tuning compares searches for settings, early stopping against none, on one budget of " +
    "epochs, and the quick profile with what a study makes of it; queue how many pages a minute come " +
    "through a queue in PostgreSQL; summary measures nothing and writes the results into " +
    "the pages.",
  positionals: "[NAME…]",
  options: {
    rounds: {
      type: "string",
      value: "N",
      help: "Rounds, ours and the peer in turn, or seeds of quick and accuracy; 5 by default.",
    },
    level: {
      type: "string",
      value: "X",
      help: `Of accuracy, in per cent: ${
        levels.map(({ accuracy }) => aim(accuracy).replace(" %", "")).join(", ")
      }; those that take seconds by default.`,
    },
    samples: {
      type: "string",
      value: "DIR",
      help: "Photographs for reading, with labels.tsv: a head, then a file and its text a line.",
    },
    queue: queueOption,
    json: { type: "boolean", help: "Prints one line of JSON for each benchmark." },
  },
}, async ({ values, positionals }, { print }) => {
  const rounds = numberOf("rounds", values.rounds, { least: 1, integer: true }) ?? 5;
  const samples = pathOption("samples", values.samples);
  const level = levelOf(values.level);
  const queue = values.queue === undefined ? undefined : queueFrom(values.queue);
  const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
  const unknown = names.find((name) => !Object.hasOwn(jobs, name));
  if (unknown !== undefined) {
    const known = Object.keys(jobs).join(", ");
    throw new UsageError(`Cannot run benchmark "${unknown}": must be ${known}`);
  }
  for (const name of names) {
    const { table, results } = await jobs[name](rounds, { samples, level, queue });
    print({ name, ...results }, () => table);
  }
});

/** One of the levels of `accuracy`, given in per cent. */
function levelOf(text: string | boolean | undefined): number | undefined {
  const share = numberOf("level", text);
  if (share === undefined) return undefined;
  const level = levels.find(({ accuracy }) => aim(accuracy) === aim(share / 100));
  if (level !== undefined) return level.accuracy;
  const known = levels.map(({ accuracy }) => aim(accuracy)).join(", ");
  throw new UsageError(`Cannot measure how long ${text} % takes: must be one of ${known}`);
}

if (import.meta.main) await runCommand("bench", benchCommand);
