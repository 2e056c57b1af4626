import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { saveMnist } from "@lib/download/save_mnist.ts";
import config from "../deno.json" with { type: "json" };
import { hasTorch, python } from "./python.ts";
import { type QuickRow, quickTable, summariseQuick } from "./quick_rows.ts";
import { type MeasuredRun, runMeasured } from "./run_measured.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** What `train --json` prints, as far as it is needed. */
interface Ours {
  readonly testAccuracy: number;
  readonly backend: string;
  readonly workers: number;
}

/** What the peer prints. */
interface Theirs {
  readonly peer: string;
  readonly testAccuracy: number;
  readonly secondsAfterImports: number;
}

/** What the task runs, permissions included, without the task runner, which is another process. */
const [, ...trainLine] = config.tasks.train.command.split(" ");

/** The quick profile as `deno task train` runs it, from the start of the process to the saved model,
 * and the quick run of PyTorch, in turn, seed by seed; both are scored on the test set.
 *
 * @param seeds how many, from 1
 * @returns the numbers, which also go to `results/quick.json`
 */
export async function benchQuick(seeds: number): Promise<Measured> {
  const runs = projectPath("data", "runs");
  await Deno.mkdir(runs, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: runs, prefix: "bench-" });
  try {
    return await measure(seeds, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function measure(seeds: number, folder: string): Promise<Measured> {
  const data = join(folder, "mnist");
  await saveMnist(data);
  const isPeerThere = await hasTorch();
  if (!isPeerThere) printNote("No peer: PyTorch is not there (apt-get install python3-torch).");
  await loadOnce();
  const rows: QuickRow[] = [];
  let [place, peer]: [object, string | null] = [{}, null];
  for (let seed = 1; seed <= seeds; seed++) {
    printNote(`Seed ${seed} of ${seeds}`);
    const { backend, workers, ...ours } = await train(seed, join(folder, "ours"));
    const theirs = isPeerThere ? await trainPeer(seed, data, join(folder, "peer")) : undefined;
    place = { backend, workers };
    peer = theirs?.peer ?? null;
    rows.push({
      seed,
      secondsToSavedModel: ours.secondsToSaved,
      wallSeconds: ours.wallSeconds,
      testAccuracy: ours.testAccuracy,
      peakMiB: ours.peakMiB,
      peerSeconds: theirs?.secondsToSaved ?? null,
      peerSecondsAfterImports: theirs?.secondsAfterImports ?? null,
      peerTestAccuracy: theirs?.testAccuracy ?? null,
      peerPeakMiB: theirs?.peakMiB ?? null,
    });
  }
  const target = { testAccuracy: 0.99, seconds: 8, peakMiB: 500 };
  const results = { ...place, peer, peerThreads: 1, target, ...summariseQuick(rows), rows };
  return { table: quickTable(results), results: await writeResults("quick", results) };
}

/** Loads the modules, as {@link hasTorch} loads PyTorch, so that no run has to compile them. */
async function loadOnce(): Promise<void> {
  const options = { args: [...trainLine, "--help"], cwd: projectPath() };
  await new Deno.Command(Deno.execPath(), options).output();
}

async function train(seed: number, out: string): Promise<MeasuredRun & Ours> {
  const line = [...trainLine, "--profile", "quick", "--seed", `${seed}`, "--out", out, "--json"];
  return await measured(Deno.execPath(), line, out);
}

async function trainPeer(seed: number, data: string, out: string): Promise<MeasuredRun & Theirs> {
  const script = projectPath("bench", "peers", "torch_quick.py");
  return await measured(python, [script, data, "--out", out, "--seed", `${seed}`], out);
}

/** What a process printed as JSON, and what was seen of it. */
async function measured<Printed>(
  program: string,
  args: string[],
  out: string,
): Promise<MeasuredRun & Printed> {
  await Deno.mkdir(out, { recursive: true });
  const run = await runMeasured(program, args, out);
  return { ...run, ...JSON.parse(run.stdout) };
}
