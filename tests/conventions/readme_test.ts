import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { dirname } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { loadResults } from "../../bench/read_results.ts";
import { summary } from "../../bench/summary.ts";
import { withSummary } from "../../bench/with_summary.ts";
import { runTask } from "../support/run_task.ts";
import { floors, rooms } from "./ladder.ts";

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

Deno.test("docs/commands.md names every task, and no page names another", async () => {
  const known = new Set(Object.keys(tasks));
  const pages = ["README.md", "CONTRIBUTING.md", "data/README.md", "bench/README.md"];
  for (const page of [...pages, "lib/backend/README.md"]) {
    const text = await Deno.readTextFile(projectPath(page));
    for (const [, name] of text.matchAll(/deno task ([a-z]+)/g)) assert(known.has(name), name);
  }
  const commands = await Deno.readTextFile(projectPath("docs", "commands.md"));
  const named = [...commands.matchAll(/deno task ([a-z]+)/g)].map(([, name]) => name);
  assertEquals([...new Set(named)].sort(), Object.keys(tasks).sort());
});

Deno.test("CONTRIBUTING.md gives the test command with the permissions of the task", async () => {
  const page = await Deno.readTextFile(projectPath("CONTRIBUTING.md"));
  assertStringIncludes(page.replace(/ \\\n\s*/g, " "), tasks.test.command);
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

Deno.test("both pages give the results of the benchmarks as deno task bench summary writes them", async () => {
  const results = await loadResults();
  const pages = { "bench/README.md": {}, "README.md": { headlines: true } };
  for (const [path, options] of Object.entries(pages)) {
    const page = await Deno.readTextFile(projectPath(path));
    assertEquals(withSummary(page, summary(results, options)), page);
  }
});

Deno.test("README.md shows what the commands print that it shows, whatever the model's confidence", async () => {
  const page = await Deno.readTextFile(projectPath("README.md"));
  const shown = [...page.matchAll(/```console\n([^]*?)```/g)].flatMap(([, block]) => {
    return block.split(/^\$ /m).slice(1);
  });
  assertEquals(shown.length, 3);
  for (const [command, output] of shown.map((text) => text.split(/\n([^]*)/))) {
    const [deno, task, name, ...line] = command.split(" ");
    assertEquals([deno, task], ["deno", "task"]);
    const { code, stdout } = await runTask(name, line);
    assertEquals([code, withoutShares(stdout)], [0, withoutShares(output)], command);
  }
});

function withoutShares(text: string): string {
  return text.replace(/ +(?:[<>] )?\d+\.\d %/g, " %").replace(/,[01]\.\d{6}$/gm, ",");
}

Deno.test("the links of all pages lead to files", async () => {
  const pages = ["README.md", "CONTRIBUTING.md", "data/README.md", "bench/README.md"];
  const others = ["docs/commands.md", "docs/house.md", "docs/kernels.md", "lib/backend/README.md"];
  const cards = ["model", "reader", "lines"].map((name) => `data/${name}/README.md`);
  for (const page of [...pages, ...others, ...cards]) {
    const text = await Deno.readTextFile(projectPath(page));
    for (const [, path] of text.matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"#]+)/g)) {
      await Deno.stat(projectPath(dirname(page), path));
    }
  }
});

Deno.test("docs/house.md names the folders of lib/ with their floors and rooms, and files that exist", async () => {
  const text = (await Deno.readTextFile(projectPath("docs", "house.md"))).replace(/ +/g, " ");
  for (const [folder, floor] of Object.entries(floors)) {
    const named = (rooms[folder] ?? []).map((room) => `\`${room}\``).join(", ");
    assertStringIncludes(text, `| \`lib/${folder}/\` | ${floor} |${named ? ` ${named} ` : " "}|`);
  }
  for (const [, path] of text.matchAll(/`((?:lib|bench|tests)\/[\w/.]+)`/g)) {
    await Deno.stat(projectPath(path));
  }
});
