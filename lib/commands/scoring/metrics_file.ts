import { join } from "node:path";
import { writeAtomic } from "../../base/write_atomic.ts";
import type { EvaluationReport } from "../../evaluate/evaluation_report.ts";
import type { CorruptionScores } from "../../evaluate/score_corruptions.ts";

/** What `deno task evaluate --save` writes beside a model. In the file, a score that is not defined is `null`. */
export interface SavedMetrics extends EvaluationReport {
  /** The model first, then the baseline. */
  readonly corruptions: CorruptionScores & { readonly models: readonly string[] };
}

const file = "metrics.json";

/** Writes the metrics of a model beside it. */
export async function saveMetrics(folder: string, metrics: SavedMetrics): Promise<void> {
  await writeAtomic(join(folder, file), `${JSON.stringify(metrics, null, 1)}\n`);
}

/** The metrics that lie beside a model.
 *
 * @returns `undefined` where there are none
 */
export async function loadMetrics(folder: string): Promise<SavedMetrics | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(join(folder, file)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
