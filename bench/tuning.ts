import { initBackend } from "@lib/backend/backend.ts";
import { percent } from "@lib/base/format.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { mean } from "@lib/base/statistics.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { dataDigest } from "@lib/tune/data_digest.ts";
import { defaultSpace } from "@lib/tune/default_space.ts";
import type { SamplerName } from "@lib/tune/sampler.ts";
import { searchData } from "@lib/tune/search_data.ts";
import { trainingObjective } from "@lib/tune/training_objective.ts";
import { markdownTable } from "./markdown_table.ts";
import { meanInterval } from "./mean_interval.ts";
import { type Found, studyOnBudget } from "./study_on_budget.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** What each study may cost, and what it is about. */
export interface TuningBudget {
  /** Training images of a trial. */
  readonly images?: number;
  /** Epochs of a trial that is not stopped: rungs are after 1 and 3. */
  readonly epochs?: number;
  /** Epochs of all trials of a study together. */
  readonly budget?: number;
}

/** The ways that are compared. */
const ways: readonly {
  readonly name: string;
  readonly sampler: SamplerName;
  readonly earlyStop: boolean;
}[] = [
  { name: "random", sampler: "random", earlyStop: false },
  { name: "random, ASHA", sampler: "random", earlyStop: true },
  { name: "halton, ASHA", sampler: "halton", earlyStop: true },
  { name: "tpe, ASHA", sampler: "tpe", earlyStop: true },
];

/** Compares ways of search on one budget of epochs: the validation accuracy of the winner of each study, with each
 * seed one study of each way. Results go to `results/tuning.json`.
 *
 * @param rounds studies of each way
 */
export async function benchTuning(
  rounds: number,
  { images = 5_000, epochs = 9, budget = 90 }: TuningBudget = {},
): Promise<Measured> {
  await initBackend();
  const profile = { ...profileNamed("quick"), epochs };
  const { train } = await loadMnist();
  const data = searchData(profile, train, images);
  const objective = trainingObjective(data, { profile });
  const shared = { profile, space: defaultSpace(profile), data: dataDigest(data) };
  const found: Found[][] = ways.map(() => []);
  for (let seed = 1; seed <= rounds; seed++) {
    for (const [way, { sampler, earlyStop }] of ways.entries()) {
      const plan = { ...shared, sampler, seed, earlyStop };
      found[way].push(await studyOnBudget(plan, objective, budget));
    }
  }
  const rows = ways.map(({ name }, way) => ({
    way: name,
    ...meanInterval(found[way].map(({ accuracy }) => accuracy)),
    // With each seed against the first way, so that what a seed has of luck counts less.
    gain: meanInterval(found[way].map(({ accuracy }, i) => accuracy - found[0][i].accuracy)),
    trials: mean(found[way].map(({ trials }) => trials)),
    studies: found[way],
  }));
  const half = (value: number | undefined): string =>
    value === undefined ? "" : ` ± ${(100 * value).toFixed(2)}`;
  const table = markdownTable([
    ["search", "winner, validation accuracy", "more than random, points", "trials"],
    ...rows.map((row, way) => [
      row.way,
      `${percent(row.mean, 2)}${half(row.half)}`,
      way === 0 ? "" : `${(100 * row.gain.mean).toFixed(2)}${half(row.gain.half)}`,
      row.trials.toFixed(1),
    ]),
  ]);
  const results = { images, epochs, budget, rounds, ways: rows };
  return { table, results: await writeResults("tuning", results) };
}
