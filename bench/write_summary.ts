import { projectPath } from "@lib/base/paths.ts";
import { loadResults } from "./read_results.ts";
import { summary } from "./summary.ts";
import { withSummary } from "./with_summary.ts";
import type { Measured } from "./write_results.ts";

/** Writes what `bench/results` holds into the two pages that show it: all of it into the page of the
 * benchmarks, the headlines into the project's README. */
export async function writeSummary(): Promise<Measured> {
  const results = await loadResults();
  const table = summary(results);
  await place("bench/README.md", table);
  await place("README.md", summary(results, { headlines: true }));
  return { table, results };
}

async function place(page: string, table: string): Promise<void> {
  const path = projectPath(page);
  await Deno.writeTextFile(path, withSummary(await Deno.readTextFile(path), table));
}
