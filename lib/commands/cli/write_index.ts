import { join } from "node:path";
import type { Profile } from "../../base/profile.ts";
import { sum } from "../../base/statistics.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import { headlines } from "../../report/page/headlines.ts";
import { type IndexEntry, indexPage } from "../../report/page/index_page.ts";
import type { Course } from "./course.ts";

/** Writes the page that leads to the reports.
 *
 * @param metrics of the evaluation, where there are any
 * @returns its path
 */
export async function writeIndex(
  entries: readonly IndexEntry[],
  metrics: unknown,
  course: Course,
  profile: Profile,
): Promise<string> {
  const path = join(course.reports, "index.html");
  const seconds = sum(entries.map((entry) => entry.seconds));
  const note = `Profile ${profile.name}, seed ${profile.seed}, ` +
    `Deno ${Deno.version.deno}; ran in ${seconds.toFixed(0)} s`;
  const options = { headlines: headlines(metrics), note };
  await writeAtomic(path, indexPage("From raw MNIST to real handwriting", entries, options));
  return path;
}
