import { projectPath } from "@lib/base/paths.ts";
import { loadResults } from "./read_results.ts";
import { summary } from "./summary.ts";
import { withSummary } from "./with_summary.ts";
import type { Measured } from "./write_results.ts";

/** Writes what `bench/results` holds into the project's README. */
export async function writeSummary(): Promise<Measured> {
  const path = projectPath("README.md");
  const results = await loadResults();
  const table = summary(results);
  await Deno.writeTextFile(path, withSummary(await Deno.readTextFile(path), table));
  return { table, results };
}
