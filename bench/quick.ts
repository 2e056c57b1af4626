import { join } from "node:path";
import { printNote } from "@lib/commands/cli/print.ts";
import { saveMnist } from "@lib/download/save_mnist.ts";
import { hasTorch } from "./python.ts";
import { type QuickRow, quickTable, summariseQuick } from "./quick_rows.ts";
import { loadTrainingOnce, timedPeerTraining, timedTraining } from "./timed_training.ts";
import { withRunFolder } from "./with_run_folder.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** Threads of PyTorch: two are faster than one. */
const peerThreads = 2;

/** The quick profile as `deno task train` runs it, from the start of the process to the saved model,
 * and the quick run of PyTorch, in turn, seed by seed; both are scored on the test set.
 *
 * @param seeds how many, from 1
 * @returns the numbers, which also go to `results/quick.json`
 */
export function benchQuick(seeds: number): Promise<Measured> {
  return withRunFolder((folder) => measure(seeds, folder));
}

async function measure(seeds: number, folder: string): Promise<Measured> {
  const data = join(folder, "mnist");
  await saveMnist(data);
  const isPeerThere = await hasTorch();
  if (!isPeerThere) printNote("No peer: PyTorch is not there (apt-get install python3-torch).");
  await loadTrainingOnce();
  const rows: QuickRow[] = [];
  let [place, peer]: [object, string | null] = [{}, null];
  for (let seed = 1; seed <= seeds; seed++) {
    printNote(`Seed ${seed} of ${seeds}`);
    const line = ["--seed", `${seed}`];
    const { backend, workers, ...ours } = await timedTraining(
      join(folder, "ours"),
      ["--profile", "quick", ...line],
    );
    const theirs = isPeerThere
      ? await timedPeerTraining(join(folder, "peer"), data, [
        ...line,
        ...["--threads", `${peerThreads}`],
      ])
      : undefined;
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
  const results = { ...place, peer, peerThreads, target, ...summariseQuick(rows), rows };
  return { table: quickTable(results), results: await writeResults("quick", results) };
}
