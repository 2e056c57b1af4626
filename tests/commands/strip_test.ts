import { join } from "node:path";
import { assertEquals, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { projectPath } from "@lib/base/paths.ts";
import { stripCommand } from "@lib/commands/strip.ts";
import { captured } from "./captured.ts";

function notebook(count: number | null): string {
  const cell = { cell_type: "code", metadata: {}, source: ["1"], execution_count: count };
  const cells = [{ ...cell, outputs: [] }];
  return `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

Deno.test("strip removes outputs, names the notebooks that had some, leaves the others alone", () =>
  withFolder(async (notebooks) => {
    const [first, second] = ["01_first", "02_second"].map((name) =>
      join(notebooks, `${name}.ipynb`)
    );
    await Deno.writeTextFile(first, notebook(3));
    await Deno.writeTextFile(second, notebook(null));
    await Deno.utime(second, 1, 1);
    const { code, stdout, stderr } = await captured(() => stripCommand([], { notebooks }));
    assertEquals([code, stderr, stdout.split("\n").length], [0, "", 1]);
    assertStringIncludes(stdout, "01_first.ipynb");
    assertEquals(await Deno.readTextFile(first), notebook(null));
    assertEquals((await Deno.stat(second)).mtime, new Date(1000), "not written");
    assertEquals([...Deno.readDirSync(notebooks)].length, 2, "no temporary files");
  }));

Deno.test("strip takes the notebooks that are named", () =>
  withFolder(async (notebooks) => {
    for (const name of ["a", "b"]) {
      await Deno.writeTextFile(join(notebooks, `${name}.ipynb`), notebook(3));
    }
    await captured(() => stripCommand(["somewhere/b.ipynb"], { notebooks }));
    assertEquals(await Deno.readTextFile(join(notebooks, "a.ipynb")), notebook(3));
    assertEquals(await Deno.readTextFile(join(notebooks, "b.ipynb")), notebook(null));
  }));

Deno.test("strip refuses an unknown notebook with exit code 2, and shows its help", async () => {
  const none = await runTask("strip", ["07_no"], { folder: projectPath("tests") });
  assertEquals([none.code, none.stdout], [2, ""]);
  assertStringIncludes(none.stderr, "must be one of 01_download");
  const help = await runTask("strip", ["--help"]);
  assertEquals(help.code, 0);
  assertStringIncludes(help.stdout, "deno task strip [OPTIONS] [NOTEBOOK…]");
});
