import { join } from "node:path";
import { assertEquals, assertRejects, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { projectPath } from "@lib/base/paths.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { findNotebooks } from "@lib/commands/cli/find_notebooks.ts";
import { ProgressLine } from "@lib/commands/cli/progress.ts";
import { reportCommand } from "@lib/commands/report.ts";
import { type Captured, captured } from "./captured.ts";

const notebooks = projectPath("tests", "notebooks");
const progress = new ProgressLine({ write: () => {}, inPlace: false, width: 80 });

function report(folder: string, ...line: string[]): Promise<Captured> {
  const out = join(folder, "out");
  return captured(() =>
    reportCommand(line, { notebooks, runs: join(folder, "runs"), reports: out, progress })
  );
}

Deno.test("report --json writes the named notebook and prints one line", () =>
  withFolder(async (folder) => {
    const { code, stdout, stderr } = await report(folder, "--json", "displays.ipynb");
    assertEquals([code, stderr], [0, ""]);
    const { notebook, cells, report: path, seconds } = JSON.parse(stdout);
    assertEquals([notebook, cells, typeof seconds], ["displays.ipynb", 8, "number"]);
    assertStringIncludes(path, "displays.html");
    const files = [...Deno.readDirSync(join(folder, "out"))].map(({ name }) => name);
    assertEquals(files, ["displays.html"]);
    const html = await Deno.readTextFile(join(folder, "out", "displays.html"));
    assertStringIncludes(html, "deno task report displays --profile quick");
    assertStringIncludes(html, "one &lt;b&gt;\ntwo");
  }));

Deno.test("report notices the notebook that must fail, and ends with 1", () =>
  withFolder(async (folder) => {
    const { code, stdout, stderr } = await report(folder, "must_fail");
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, "must_fail.ipynb, cell [2]:");
    assertStringIncludes(stderr, "RangeError: this cell must fail <here>");
    assertEquals([...Deno.readDirSync(folder)].filter(({ name }) => name === "out"), []);
  }));

Deno.test("report takes names, file names and paths, in the order of the course", async () => {
  const wanted = ["must_fail.ipynb", "some/where/displays.ipynb"];
  assertEquals(await findNotebooks(notebooks, wanted), ["displays", "must_fail"]);
  assertEquals(await findNotebooks(notebooks, []), ["displays", "must_fail"]);
  await assertRejects(() => findNotebooks(notebooks, ["07_no"]), UsageError, "displays, must_fail");
});

Deno.test("report --help says what it does; what it does not know is a wrong usage", async () => {
  const { code, stdout } = await captured(() => reportCommand(["--help"]));
  assertEquals(code, 0);
  assertStringIncludes(stdout, "[NOTEBOOK…]");
  for (
    const line of [["--profile", "fast"], ["--profile", "handwriting"], ["--fast"], [
      "no_such_notebook",
    ]]
  ) {
    await assertRejects(() => reportCommand(line), UsageError);
  }
});

Deno.test("report takes no other folder than the one that its task may write to", async () => {
  const { code, stdout, stderr } = await runTask("report", ["--out", "elsewhere"]);
  assertEquals([code, stdout], [2, ""]);
  assertStringIncludes(stderr, "--out");
});
