import { initBackend } from "../backend/backend.ts";
import { bestSoFar } from "../figures/best_so_far.ts";
import { parallelCoordinates } from "../figures/parallel_coordinates.ts";
import { rangeTestCurve } from "../figures/range_test_curve.ts";
import { dirname } from "node:path";
import { percent } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import type { Profile } from "../base/profile.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import type { Dataset } from "../download/dataset.ts";
import type { LoadedData } from "../preprocess/load_data.ts";
import type { TrainingData } from "../train/training_data.ts";
import { defaultGrid } from "../tune/default_grid.ts";
import { type Candidate, grid } from "../tune/grid.ts";
import { searchData, usualSearchImages } from "../tune/search_data.ts";
import { trialAxes } from "../tune/trial_axes.ts";
import { bestResult, search, type SearchResult } from "../tune/search.ts";
import { type Arguments, type Command, numberOf, UsageError } from "./cli/arguments.ts";
import { askedStudy, studyOptions } from "./training/asked_study.ts";
import { defineCommand } from "./cli/define_command.ts";
import { loadWithProgress } from "./cli/load_with_progress.ts";
import { dataFrom, dataOption, pathOption } from "./cli/options.ts";
import { isFolder } from "./cli/paths.ts";
import { checkWritable } from "../base/check_writable.ts";
import { printNote } from "./cli/print.ts";
import { profileOption } from "./cli/profile_option.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";
import { rangeTestText, tuneRangeTest } from "./training/tune_rate_range.ts";
import { studyText, tuneStudy } from "./training/tune_study.ts";
import { writeFigures } from "./training/write_figures.ts";

const command = {
  name: "tune",
  summary:
    "Looks for good settings, comparing them on the validation images that train has, too.\n" +
    "Grid: every combination of the learning rates, batch sizes and epochs that are listed.\n" +
    "Study, where one of its options is given: settings drawn trial by trial from a space; trials\n" +
    "that lag behind are stopped. What is listed for the grid is then what a study chooses from.",
  options: {
    profile: {
      type: "string",
      value: "NAME",
      help: "What the search leaves open, a name or FILE.json; quick by default.",
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
    ...studyOptions,
    "range-test": {
      type: "boolean",
      help: "Instead: the loss of one short run while the learning rate rises; suggests a rate.",
    },
    out: {
      type: "string",
      value: "FILE",
      help:
        "Where the results go; tuning.json, study.json or range-test.json in data/runs/NAME by default.",
    },
    figures: {
      type: "string",
      value: "DIR",
      help: "Study and range test: writes what was found as figures (SVG) to DIR.",
    },
    data: dataOption,
    json: { type: "boolean", help: "Prints what was found as one line of JSON." },
  },
  interruptible: true,
} as const satisfies Command<string> & { interruptible: boolean };

type Given = Arguments<keyof typeof command.options>["values"];

/** `deno task tune`: a grid search, a study or a range test, the winner chosen on validation images alone.
 */
export const tuneCommand = defineCommand(command, async ({ values }, { signal, print }) => {
  const profile = profileOption(values.profile);
  const lists = listsOf(values);
  const asked = askedStudy(values, profile, lists);
  const isRangeTest = values["range-test"] === true;
  if (asked !== undefined && isRangeTest) {
    throw new UsageError("Cannot run --range-test and a study: found both, wanted one of them");
  }
  const [listed] = (["learning-rate", "batch-size", "epochs"] as const).filter((name) =>
    values[name] !== undefined
  );
  if (isRangeTest && listed !== undefined) {
    throw new UsageError(`Cannot take --${listed} with --range-test: wanted a profile alone`);
  }
  const images = numberOf("images", values.images, { least: 10, integer: true });
  const out = pathOption("out", values.out) ??
    projectPath(
      "data",
      "runs",
      profile.name,
      `${isRangeTest ? "range-test" : asked?.name ?? "tuning"}.json`,
    );
  const figures = pathOption("figures", values.figures);
  if (figures !== undefined && asked === undefined && !isRangeTest) {
    throw new UsageError("Cannot draw a grid with --figures: wanted --trials N or --range-test");
  }
  const from = dataFrom(values.data);
  await checkFile(out);
  if (figures !== undefined) await checkWritable(figures, "name another folder with --figures");
  const backend = await initBackend();
  const sets = await loadSets(from, asked?.isRetrained === true, signal);
  const data = dataFor(profile, sets.train, images);
  if (isRangeTest) {
    printNote(`Raising the learning rate of profile ${profile.name} on ${backend}`);
    const found = await tuneRangeTest(data, { profile, signal });
    await writeAtomic(out, JSON.stringify(found));
    if (figures !== undefined) await writeFigures(figures, { range_test: rangeTestCurve(found) });
    print(found, rangeTestText);
  } else if (asked === undefined) {
    const candidates = grid({ ...defaultGrid, ...lists });
    printNote(`Searching ${candidates.length} candidates on ${backend}`);
    const results = await compare(candidates, data, { profile, signal });
    const best = bestResult(results);
    const found = { best, results };
    await writeAtomic(out, JSON.stringify(found));
    print(found, () => [...results.map(asText), `best: ${asText(best)}`].join("\n"));
  } else {
    printNote(`Study of profile ${profile.name} by ${asked.plan.sampler} on ${backend}`);
    const source = { from, ...(images !== undefined && { images }) };
    const found = await tuneStudy(asked, { ...data, source }, { ...sets, backend, signal });
    await writeAtomic(out, JSON.stringify(found));
    if (figures !== undefined) {
      const { axes, lines } = trialAxes(asked.plan.space, found.trials);
      await writeFigures(figures, {
        best_so_far: bestSoFar(found.trials),
        ...(axes.length > 0 && { settings: parallelCoordinates(axes, lines) }),
      });
    }
    print(found, studyText);
  }
});

/** The values that are listed for the grid. */
function listsOf(values: Given): Partial<Record<keyof Candidate, number[]>> {
  const rates = values["learning-rate"];
  const sizes = values["batch-size"];
  return {
    ...(rates !== undefined && { learningRate: listOf("learning-rate", rates) }),
    ...(sizes !== undefined && { batchSize: listOf("batch-size", sizes, true) }),
    ...(values.epochs !== undefined && { epochs: listOf("epochs", values.epochs, true) }),
  };
}

/** The images that are needed: those for testing only where a winner is scored on them. */
async function loadSets(
  from: string,
  withTest: boolean,
  signal: AbortSignal,
): Promise<LoadedData<"train"> & { readonly test: Dataset | undefined }> {
  if (withTest) return await loadWithProgress(from, ["train", "test"], signal);
  return { ...await loadWithProgress(from, ["train"], signal), test: undefined };
}

async function checkFile(path: string): Promise<void> {
  if (await isFolder(path)) {
    throw new Error(
      `Cannot write to ${path}: found a folder, wanted a file; name another one with --out`,
    );
  }
  await checkWritable(dirname(path), "name another one with --out");
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
  await terminalProgress().run("tune", async (update) => {
    for await (const result of search(candidates, data, options)) {
      results.push(result);
      update(results.length / candidates.length, asText(result));
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

if (import.meta.main) {
  // Only a queue is elsewhere: what trains here has no way to the network.
  const isSending = Deno.args.some((word) => /^--queue(?:=|$)/.test(word));
  if (!isSending) await Deno.permissions.revoke({ name: "net" });
  await runCommand("tune", tuneCommand);
}
