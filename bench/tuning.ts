import { initBackend } from "@lib/backend/backend.ts";
import { percent } from "@lib/base/format.ts";
import { projectPath } from "@lib/base/paths.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { compareSearches, type SearchRow } from "./tuning/compare_searches.ts";
import { pointsText } from "./tuning/points_text.ts";
import { type TunedProfile, tuneQuick } from "./tuning/tune_quick.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** Of the comparison of searches. */
const searchSizes = { images: 5_000, fresh: 10_000, epochs: 9, budget: 90 } as const;

/** Of the study of the quick profile. */
const tuneSizes = { trials: 45, finalists: 2, repeats: 8 } as const;

/** What was found of searches, and of the quick profile. */
export interface TuningFindings {
  readonly searches: readonly SearchRow[];
  readonly quick: TunedProfile;
}

/** Compares ways of search on one budget, and the quick profile with what a study makes of it, all on validation
 * data. Each trial is kept in `data/runs/bench-tuning` until all is done, so what was killed goes on. Results go to
 * `results/tuning.json`.
 *
 * @param rounds studies of each way, and a third of the seeds of the quick profile */
export async function benchTuning(rounds: number): Promise<Measured> {
  await initBackend();
  const profile = profileNamed("quick");
  const { train } = await loadMnist();
  const folder = projectPath("data", "runs", "bench-tuning");
  await Deno.mkdir(folder, { recursive: true });
  const findings = {
    searches: await compareSearches(profile, train, folder, { ...searchSizes, rounds }),
    quick: await tuneQuick(profile, train, folder, { ...tuneSizes, seeds: 3 * rounds }),
  };
  const results = await writeResults("tuning", {
    ...{ rounds, searchSizes, tuneSizes },
    ...findings,
  });
  await Deno.remove(folder, { recursive: true });
  return { table: tuningTable(findings), results };
}

/** What was found, for people. */
export function tuningTable({ searches, quick }: TuningFindings): string {
  const search = markdownTable([
    ["search", "accuracy of the winner", "more than random, points", "trials", "epochs"],
    ...searches.map(({ way, mean, gain, trials, epochs }, i) => [
      ...[way, percent(mean, 2), i === 0 ? "" : pointsText(gain)],
      ...[trials.toFixed(1), epochs.toFixed(1)],
    ]),
  ]);
  const tuned = markdownTable([
    ["profile", "accuracy", "more than before, points", "seconds", "time saved, %"],
    ["quick", percent(quick.mean.before, 2), "", quick.seconds.before.toFixed(1), ""],
    [
      ...["quick, tuned", percent(quick.mean.tuned, 2), pointsText(quick.gain)],
      ...[quick.seconds.tuned.toFixed(1), pointsText(quick.saved, 0)],
    ],
  ]);
  return `${search}\n\n${tuned}\n\nTuned settings: ${JSON.stringify(quick.settings)}`;
}
