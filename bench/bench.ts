import { numberOf, UsageError } from "@lib/commands/cli/arguments.ts";
import { defineCommand } from "@lib/commands/cli/define_command.ts";
import { pathOption } from "@lib/commands/cli/options.ts";
import { runCommand } from "@lib/commands/cli/run_command.ts";
import { benchAlgorithms } from "./algorithms.ts";
import { benchCutter } from "./cutter.ts";
import { benchGemm } from "./gemm.ts";
import { benchInference } from "./inference.ts";
import { benchQuick } from "./quick.ts";
import { benchReading } from "./reading.ts";
import { benchScaling } from "./scaling.ts";
import { benchTraining } from "./training.ts";
import { benchTuning } from "./tuning.ts";
import { benchWeighing } from "./weighing.ts";
import { benchWorkers } from "./workers.ts";
import type { Measured } from "./write_results.ts";
import { writeSummary } from "./write_summary.ts";

type Jobs = Readonly<Record<string, (rounds: number, samples?: string) => Promise<Measured>>>;

const benchmarks: Jobs = {
  training: benchTraining,
  inference: benchInference,
  workers: benchWorkers,
  quick: benchQuick,
  gemm: benchGemm,
  algorithms: benchAlgorithms,
  scaling: benchScaling,
  reading: (_rounds, samples) => benchReading({ ...(samples && { samples }) }),
};

/** What can be named: all benchmarks, which run where none is; what is done anew with a new model; and what needs
 * their results. */
const jobs: Jobs = {
  ...benchmarks,
  weighing: benchWeighing,
  cutter: (_rounds, samples) => benchCutter({ ...(samples && { samples }) }),
  tuning: (rounds) => benchTuning(rounds),
  summary: writeSummary,
};

const benchCommand = defineCommand({
  name: "bench",
  summary:
    "Measures beside PyTorch: training and prediction (training, inference), two workers and one " +
    "(workers), the quick profile (quick); the matrix product beside the peak (gemm); " +
    "two ways to compute a convolution (algorithms); how time " +
    "grows (scaling); and how well images are read (reading). Only where it is named: weighing fits how much each of two " +
    "readers counts, after one of them was trained; cutter trains a classifier on the reader's own cuts and measures " +
    "it beside the line reader; tuning compares searches for settings, early stopping against none, on one budget of " +
    "epochs; summary measures nothing and writes the results into " +
    "the pages.",
  positionals: "[NAME…]",
  options: {
    rounds: {
      type: "string",
      value: "N",
      help: "Rounds, ours and the peer in turn, or seeds of quick; 5 by default.",
    },
    samples: {
      type: "string",
      value: "DIR",
      help: "Photographs for reading, with labels.tsv: a head, then a file and its text a line.",
    },
    json: { type: "boolean", help: "Prints one line of JSON for each benchmark." },
  },
}, async ({ values, positionals }, { print }) => {
  const rounds = numberOf("rounds", values.rounds, { least: 1, integer: true }) ?? 5;
  const samples = pathOption("samples", values.samples);
  const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
  const unknown = names.find((name) => !Object.hasOwn(jobs, name));
  if (unknown !== undefined) {
    const known = Object.keys(jobs).join(", ");
    throw new UsageError(`Cannot run benchmark "${unknown}": must be ${known}`);
  }
  for (const name of names) {
    const { table, results } = await jobs[name](rounds, samples);
    print({ name, ...results }, () => table);
  }
});

if (import.meta.main) await runCommand("bench", benchCommand);
