import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { printNote } from "@lib/commands/print.ts";
import { loadMnist } from "@lib/download/mnist.ts";
import { evaluate } from "@lib/evaluate/evaluate.ts";
import { fit } from "@lib/train/fit.ts";
import { prepareRun } from "@lib/train/prepare_run.ts";
import { median } from "./median.ts";
import { type Measured, writeResults } from "./write_results.ts";

const seeds = [1, 2, 3, 4, 5];

/** The test accuracy that every seed is to reach. */
const target = 0.99;

/** Trains the quick profile from several seeds and scores each model on the test set.
 *
 * @returns the numbers, which also go to `results/quick.json`
 */
export async function benchQuick(): Promise<Measured> {
  const backend = await initBackend();
  const mnist = await loadMnist();
  const rows = [];
  for (const seed of seeds) {
    printNote(`Seed ${seed} of ${seeds.length}`);
    const profile = { ...profileNamed("quick"), seed };
    const start = performance.now();
    const run = prepareRun(profile, mnist.train);
    for await (const _ of fit(run.model, run, { ...profile, rng: run.rng })) continue;
    const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
    const { accuracy } = await evaluate(run.model, mnist.test);
    rows.push({ seed, seconds, testAccuracy: accuracy });
    run.model.dispose();
  }
  const accuracies = rows.map(({ testAccuracy }) => testAccuracy);
  const summary = {
    mean: accuracies.reduce((sum, value) => sum + value, 0) / rows.length,
    lowest: Math.min(...accuracies),
    medianSeconds: median(rows.map(({ seconds }) => seconds)),
  };
  const results = await writeResults("quick", { backend, target, ...summary, rows });
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  const table = [
    "| seed | test accuracy | seconds |",
    "| ---: | ---: | ---: |",
    ...rows.map((row) => `| ${row.seed} | ${percent(row.testAccuracy)} | ${row.seconds} |`),
    "",
    `Mean ${percent(summary.mean)}, lowest ${percent(summary.lowest)}; target: each ${
      percent(target)
    }`,
  ].join("\n");
  return { table, results };
}
