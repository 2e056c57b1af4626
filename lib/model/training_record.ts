/** How a model was trained, in a file beside it.
 *
 * @module
 */
import { join } from "node:path";
import type { Profile } from "../base/profile.ts";
import { writeAtomic } from "../base/write_atomic.ts";

/** What a training run leaves beside its model, for whoever asks later where that came from. */
export interface TrainingRecord {
  /** All settings of the run. */
  readonly profile: Profile;
  /** Where the images came from, as a part of a sentence. */
  readonly data: string;
  /** The day on which the run ended, as 2026-11-23. */
  readonly finished: string;
  /** That it took; of a run that was resumed, since then. */
  readonly seconds: number;
  /** Cores that it ran on. */
  readonly workers: number;
  /** What it ran on, as `wasm`. */
  readonly backend: string;
  /** Share of the validation images that the model gets right. */
  readonly validationAccuracy: number;
  /** Share of the test images that it gets right: of those that are drawn for the profile, if any are. */
  readonly testAccuracy: number;
  /** What else is to be known of the run, each a sentence. */
  readonly remarks?: readonly string[];
}

const file = "training.json";

/** Writes a record beside a model.
 *
 * @param folder where `saveModel` has written the model
 */
export async function saveTrainingRecord(folder: string, record: TrainingRecord): Promise<void> {
  await writeAtomic(join(folder, file), `${JSON.stringify(record, null, 1)}\n`);
}

/** The record that lies beside a model.
 *
 * @returns `undefined` where there is none, as beside a model that another program has trained
 *
 * @example
 * ```ts
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadTrainingRecord } from "@lib/model/training_record.ts";
 * import { strictEqual } from "node:assert";
 * const record = await loadTrainingRecord(projectPath("data", "lines"));
 * strictEqual(record?.profile.name, "lines");
 * ```
 */
export async function loadTrainingRecord(folder: string): Promise<TrainingRecord | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(join(folder, file)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
