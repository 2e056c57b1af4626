import { join } from "node:path";
import type { Profile } from "../../base/profile.ts";
import { sum } from "../../base/statistics.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import { headlines } from "../../report/page/headlines.ts";
import { type IndexEntry, indexPage } from "../../report/page/index_page.ts";
import type { Course } from "./course.ts";

/** The metrics that notebook 5 writes, as far as the commands look at them. */
export interface Metrics {
  /** Share of the test images read rightly, 0 to 1. */
  readonly accuracy: number;
  /** The 95 % interval of that share. */
  readonly interval?: readonly [number, number];
}

/** Writes the page that leads to the reports.
 *
 * @param options.since metrics that are older belong to another run and are left alone
 * @returns its path, and the metrics that the evaluation of the run wrote, where there are any
 */
export async function writeIndex(
  entries: readonly IndexEntry[],
  course: Course,
  { profile, since = new Date(0) }: { readonly profile: Profile; readonly since?: Date },
): Promise<{ readonly index: string; readonly metrics: Metrics | undefined }> {
  const index = join(course.reports, "index.html");
  const metrics = await loadMetrics(join(course.runs, profile.name, "metrics.json"), since);
  const seconds = sum(entries.map((entry) => entry.seconds));
  const note = `Profile ${profile.name}, seed ${profile.seed}, ` +
    `Deno ${Deno.version.deno}; ran in ${seconds.toFixed(0)} s`;
  const options = { headlines: headlines(metrics), note };
  await writeAtomic(index, indexPage("From raw MNIST to real handwriting", entries, options));
  return { index, metrics };
}

async function loadMetrics(path: string, since: Date): Promise<Metrics | undefined> {
  try {
    const { mtime } = await Deno.stat(path);
    // File systems keep times to the second or better.
    if (mtime !== null && mtime.getTime() < since.getTime() - 1000) return undefined;
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
