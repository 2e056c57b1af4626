import { assertEquals, assertStringIncludes } from "../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { loadResults } from "../../bench/read_results.ts";
import { summary } from "../../bench/summary.ts";
import { withSummary } from "../../bench/with_summary.ts";

// The formatter fills table cells with spaces.
const readme = (await Deno.readTextFile(projectPath("README.md"))).replace(/ +/g, " ");
const { tasks } = await json("deno.json");

// deno-lint-ignore no-explicit-any -- Files of several shapes, read by their keys.
async function json(...path: string[]): Promise<any> {
  return JSON.parse(await Deno.readTextFile(projectPath(...path)));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

Deno.test("README.md names every task, and no other", () => {
  const named = [...readme.matchAll(/deno task ([a-z]+)/g)].map(([, name]) => name);
  assertEquals([...new Set(named)].sort(), Object.keys(tasks).sort());
});

Deno.test("README.md gives the test command with the permissions of the task", () => {
  assertStringIncludes(readme.replace(/ \\\n\s*/g, " "), tasks.test.command);
});

Deno.test("README.md names one version of Deno, that of the checks", async () => {
  const versions = [...readme.matchAll(/deno@([\d.]+)/g)].map(([, version]) => version);
  const [, checked] = /deno@([\d.]+)/.exec(await Deno.readTextFile(projectPath(".ci", "run")))!;
  assertEquals(new Set(versions), new Set([checked]));
});

Deno.test("README.md gives the scores of the shipped model as evaluate wrote them", async () => {
  const { accuracy, interval: [low, high] } = await json("data", "model", "metrics.json");
  assertStringIncludes(
    readme,
    `${percent(accuracy)} (95 % interval ${percent(low)} to ${percent(high)})`,
  );
});

Deno.test("README.md gives the results of the benchmarks as deno task bench summary writes them", async () => {
  const page = await Deno.readTextFile(projectPath("README.md"));
  assertEquals(withSummary(page, summary(await loadResults())), page);
});

Deno.test("the links of README.md and data/README.md lead to files", async () => {
  for (const folder of ["", "data"]) {
    const text = await Deno.readTextFile(projectPath(folder, "README.md"));
    for (const [, path] of text.matchAll(/(?:\]\(|src=")(?!https?:)([^)"#]+)/g)) {
      await Deno.stat(projectPath(folder, path));
    }
  }
});
