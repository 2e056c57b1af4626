import { assertEquals, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { rngFromSeed } from "@lib/base/rng.ts";
import { tuneCommand } from "@lib/commands/tune.ts";
import { assertRefused } from "./assert_refused.ts";

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

Deno.test("tune takes data and file as seen from where the user stands", () =>
  withFolder(async (folder) => {
    const [forTrain, forTest] = [0, 1].map((part) => rngFromSeed(1).fork(part));
    const sets = { train: tinyData(5_100, forTrain), test: tinyData(10, forTest) };
    await writeIdxFolder(folder, sets);
    const line = [
      "--profile",
      "smoke",
      ...grid,
      "--images",
      "100",
      "--data",
      ".",
      "--out",
      "a/b.json",
    ];
    const { code, stdout, stderr } = await runTask("tune", line, { folder });
    assertEquals(code, 0, stderr);
    assertStringIncludes(stdout, "best: learning rate");
    assertEquals(
      JSON.parse(await Deno.readTextFile(join(folder, "a", "b.json"))).results.length,
      2,
    );
  }));

Deno.test("tune says before it trains that it could not save", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "taken"), "");
    for (const out of ["taken/tuning.json", "."]) {
      const { code, stdout, stderr } = await runTask("tune", ["--out", out], { folder });
      assertEquals([code, stdout, stderr.trimEnd().split("\n").length], [1, "", 1], stderr);
      assertStringIncludes(stderr, "tune: Cannot write to ");
    }
  }));

Deno.test("tune refuses what it cannot do, with exit code 2", async () => {
  await assertRefused("tune", tuneCommand, [
    [["--learning-rate", "0.1,,0.2"], 'Cannot take "" for --learning-rate'],
    [["--batch-size", "1.5"], "--batch-size"],
    [["--images", "60000"], "Cannot train on 60000 images: profile quick has 55000 to train on"],
    [["--learning-rate", "0"], "must be a number above 0"],
    [["--out", ""], 'Cannot take "" for --out'],
  ]);
});
