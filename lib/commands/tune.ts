import { initBackend } from "../backend/backend.ts";
import { dirname } from "node:path";
import { percent } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import type { Profile } from "../base/profile.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import type { Dataset } from "../download/dataset.ts";
import type { TrainingData } from "../train/training_data.ts";
import { defaultGrid } from "../tune/default_grid.ts";
import { type Candidate, grid } from "../tune/grid.ts";
import { searchData, usualSearchImages } from "../tune/search_data.ts";
import { bestResult, search, type SearchResult } from "../tune/search.ts";
import { type Command, numberOf, UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { loadWithProgress } from "./cli/load_with_progress.ts";
import { dataFrom, dataOption, pathOption } from "./cli/options.ts";
import { checkWritable, isFolder } from "./cli/paths.ts";
import { printNote } from "./cli/print.ts";
import { profileOption } from "./cli/profile_option.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";

const command = {
  name: "tune",
  summary: "Compares learning rates, batch sizes and epochs on validation images.",
  options: {
    profile: {
      type: "string",
      value: "NAME",
      help: "What the search leaves open; quick by default.",
    },
    "learning-rate": {
      type: "string",
      value: "X,…",
      help: `Rates to try; ${defaultGrid.learningRate} by default.`,
    },
    "batch-size": {
      type: "string",
      value: "N,…",
      help: `Batch sizes to try; ${defaultGrid.batchSize} by default.`,
    },
    epochs: {
      type: "string",
      value: "N,…",
      help: `Numbers of epochs to try; ${defaultGrid.epochs} by default.`,
    },
    images: {
      type: "string",
      value: "N",
      help: `Training images a candidate; at most ${usualSearchImages} by default.`,
    },
    out: {
      type: "string",
      value: "FILE",
      help: "Where the results go; data/runs/NAME/tuning.json by default.",
    },
    data: dataOption,
    json: { type: "boolean", help: "Prints best and results as one line of JSON." },
  },
  interruptible: true,
} as const satisfies Command<string> & { interruptible: boolean };

/** `deno task tune`: a grid search, the winner chosen on validation images alone.
 */
export const tuneCommand = defineCommand(command, async ({ values }, { signal, print }) => {
  const profile = profileOption(values.profile);
  const candidates = grid({
    learningRate: listOf("learning-rate", values["learning-rate"] ?? `${defaultGrid.learningRate}`),
    batchSize: listOf("batch-size", values["batch-size"] ?? `${defaultGrid.batchSize}`, true),
    epochs: listOf("epochs", values.epochs ?? `${defaultGrid.epochs}`, true),
  });
  const images = numberOf("images", values.images, { least: 10, integer: true });
  const out = pathOption("out", values.out) ??
    projectPath("data", "runs", profile.name, "tuning.json");
  const from = dataFrom(values.data);
  await checkFile(out);
  printNote(`Searching ${candidates.length} candidates on ${await initBackend()}`);
  const { train } = await loadWithProgress(from, ["train"], signal);
  const data = dataFor(profile, train, images);
  const results = await compare(candidates, data, { profile, signal });
  const best = bestResult(results);
  const found = { best, results };
  await writeAtomic(out, JSON.stringify(found));
  print(found, () => [...results.map(asText), `best: ${asText(best)}`].join("\n"));
});

async function checkFile(path: string): Promise<void> {
  if (await isFolder(path)) {
    throw new Error(
      `Cannot write to ${path}: found a folder, wanted a file; name another one with --out`,
    );
  }
  await checkWritable(dirname(path));
}

function dataFor(profile: Profile, train: Dataset, images: number | undefined): TrainingData {
  try {
    return searchData(profile, train, images);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${error.message}; give fewer with --images`, { cause: error });
  }
}

async function compare(
  candidates: readonly Candidate[],
  data: TrainingData,
  options: { readonly profile: Profile; readonly signal: AbortSignal },
): Promise<SearchResult[]> {
  const results: SearchResult[] = [];
  const progress = terminalProgress();
  await progress.run("tune", async () => {
    for await (const result of search(candidates, data, options)) {
      results.push(result);
      progress.update(results.length / candidates.length, asText(result));
    }
  });
  return results;
}

function listOf(name: string, text: string | boolean, integer = false): number[] {
  const least = integer ? 1 : Number.MIN_VALUE;
  return String(text).split(",").map((part) => numberOf(name, part, { least, integer })!);
}

function asText(
  { learningRate, batchSize, epochs, validationAccuracy, seconds }: SearchResult,
): string {
  return [
    `learning rate ${learningRate}`,
    `batch size ${batchSize}`,
    `epochs ${epochs}`,
    `validation accuracy ${percent(validationAccuracy, 2)}`,
    `${seconds.toFixed(1)} s`,
  ].join("  ");
}

if (import.meta.main) await runCommand("tune", tuneCommand);
