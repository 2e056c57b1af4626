import { numberOf, readArguments, UsageError } from "@lib/commands/arguments.ts";
import { printResult } from "@lib/commands/print.ts";
import { runCommand } from "@lib/commands/run_command.ts";
import { benchGemm } from "./gemm.ts";
import { benchInference } from "./inference.ts";
import { benchQuick } from "./quick.ts";
import { benchTraining } from "./training.ts";
import { benchWorkers } from "./workers.ts";
import type { Measured } from "./write_results.ts";

const benchmarks: Readonly<Record<string, (rounds: number) => Promise<Measured>>> = {
  training: benchTraining,
  inference: benchInference,
  workers: benchWorkers,
  quick: benchQuick,
  gemm: benchGemm,
};

const command = {
  name: "bench",
  summary:
    "Measures training and prediction beside PyTorch (training, inference), two workers beside one " +
    "(workers), the quick profile (quick) and the matrix product beside the peak (gemm).",
  positionals: "[NAME…]",
  options: {
    rounds: {
      type: "string",
      value: "N",
      help: "Rounds, ours and the peer in turn; 5 by default.",
    },
    json: { type: "boolean", help: "Prints one line of JSON for each benchmark." },
  },
} as const;

async function benchCommand(line: readonly string[]): Promise<number> {
  const given = readArguments(command, line);
  if (typeof given === "string") {
    printResult(given);
    return 0;
  }
  const rounds = numberOf("rounds", given.values.rounds, { least: 1, integer: true }) ?? 5;
  const names = given.positionals.length > 0 ? given.positionals : Object.keys(benchmarks);
  const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown !== undefined) {
    const known = Object.keys(benchmarks).join(", ");
    throw new UsageError(`Cannot run benchmark "${unknown}": must be ${known}`);
  }
  for (const name of names) {
    const { table, results } = await benchmarks[name](rounds);
    printResult(given.values.json ? JSON.stringify({ name, ...results }) : table);
  }
  return 0;
}

if (import.meta.main) await runCommand(command.name, () => benchCommand(Deno.args));
