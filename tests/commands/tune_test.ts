import { assertEquals, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";

const grid = ["--learning-rate", "0.001,0.2", "--batch-size", "32", "--epochs", "1"];

Deno.test("tune --json compares all candidates, prints the best, and writes the same to a file", () =>
  withFolder(async (folder) => {
    const out = join(folder, "tuning.json");
    const line = ["--profile", "smoke", ...grid, "--images", "640", "--out", out, "--json"];
    const { code, stdout, stderr } = await runTask("tune", line);
    assertEquals(code, 0, stderr);
    const { best, results } = JSON.parse(stdout);
    assertEquals(results.map((each: { learningRate: number }) => each.learningRate), [0.001, 0.2]);
    assertEquals(best, results[1]);
    assertEquals(await Deno.readTextFile(out), stdout.trimEnd());
  }));

Deno.test("tune refuses what it cannot do, with exit code 2", async () => {
  const cases: [string[], string][] = [
    [["--learning-rate", "0.1,,0.2"], 'Cannot take "" for --learning-rate'],
    [["--batch-size", "1.5"], "--batch-size"],
    [["--images", "60000"], "Cannot train on 60000 images: there are 55000"],
  ];
  for (const [line, message] of cases) {
    const { code, stderr } = await runTask("tune", line);
    assertEquals(code, 2, stderr);
    assertStringIncludes(stderr, message);
  }
});
