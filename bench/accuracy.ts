import { join } from "node:path";
import { printNote } from "@lib/commands/cli/print.ts";
import { saveMnist } from "@lib/download/save_mnist.ts";
import {
  type LevelResult,
  type LevelRow,
  levelsTable,
  summariseLevel,
} from "./accuracy/level_rows.ts";
import { type Level, levels, lineOf, recipeOf } from "./accuracy/levels.ts";
import { peerLine, peerThreads } from "./accuracy/peer_line.ts";
import { aim } from "./aim.ts";
import { hasTorch } from "./python.ts";
import { loadResults } from "./read_results.ts";
import { loadTrainingOnce, timedPeerTraining, timedTraining } from "./timed_training.ts";
import { withRunFolder } from "./with_run_folder.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** How long training takes that ends with a given accuracy on the test set: `deno task train` from the start
 * of its process to the saved model, and PyTorch by the same recipe, in turn, seed by seed.
 *
 * @param seeds how many, from 1
 * @param only one of the levels, 0 to 1; those that take seconds where it is missing. What was measured of the
 *   others before stays.
 * @returns the numbers, which also go to `results/accuracy.json`
 */
export async function benchAccuracy(seeds: number, only?: number): Promise<Measured> {
  const chosen = levels.filter(({ accuracy, isLong }) => {
    return only === undefined ? !isLong : accuracy === only;
  });
  const measured = await withRunFolder((folder) => measure(chosen, seeds, folder));
  const before = (await loadResults()).accuracy?.levels ?? [];
  const all = levels.flatMap(({ accuracy }) =>
    [...measured, ...before].find((result) => result.accuracy === accuracy) ?? []
  );
  const peer = all.find((result) => result.peer !== null)?.peer ?? null;
  return {
    table: levelsTable(all),
    results: await writeResults("accuracy", { peer, levels: all }),
  };
}

async function measure(
  chosen: readonly Level[],
  seeds: number,
  folder: string,
): Promise<LevelResult[]> {
  const data = join(folder, "mnist");
  await saveMnist(data);
  const isPeerThere = await hasTorch();
  if (!isPeerThere) printNote("No peer: PyTorch is not there (apt-get install python3-torch).");
  await loadTrainingOnce();
  const results: LevelResult[] = [];
  for (const level of chosen) {
    const { accuracy, seconds: target } = level;
    const [line, recipe] = [lineOf(level), await recipeOf(level)];
    const rows: LevelRow[] = [];
    let peer: string | null = null;
    for (let seed = 1; seed <= seeds; seed++) {
      printNote(`${aim(accuracy)}: seed ${seed} of ${seeds}`);
      const ours = await timedTraining(join(folder, "ours"), [...line, "--seed", `${seed}`]);
      const theirs = isPeerThere && seed <= level.peerSeeds
        ? await timedPeerTraining(join(folder, "peer"), data, peerLine(recipe, seed))
        : undefined;
      peer ??= theirs?.peer ?? null;
      rows.push({
        seed,
        secondsToSavedModel: ours.secondsToSaved,
        validationAccuracy: ours.validationAccuracy,
        testAccuracy: ours.testAccuracy,
        peerSeconds: theirs?.secondsToSaved ?? null,
        peerTestAccuracy: theirs?.testAccuracy ?? null,
      });
    }
    const run = { accuracy, recipe: line.join(" "), target, peer, peerThreads };
    results.push({ ...run, ...summariseLevel(rows, level), rows });
  }
  return results;
}
