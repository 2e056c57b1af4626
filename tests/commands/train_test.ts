import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertStringIncludes,
} from "../support/assert.ts";
import { digitCsv } from "../support/digit_csv.ts";
import { runTask } from "../support/run_task.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { trainCommand } from "@lib/commands/train.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { assertRefused } from "./assert_refused.ts";

Deno.test("train --json saves a model that reads, and prints one line about it", () =>
  withFolder(async (folder) => {
    const line = ["--profile", "smoke", "--seed", "7", "--out", folder, "--json", "--workers", "2"];
    const { code, stdout, stderr } = await runTask("train", line);
    assertEquals(code, 0, stderr);
    const { seconds, validationAccuracy, testAccuracy, ...rest } = JSON.parse(stdout);
    assertEquals(rest, {
      ...{ model: folder, parameters: 18_578, epochs: 2, backend: "wasm", workers: 2, seed: 7 },
    });
    assertGreater(seconds, 0);
    assertGreater(validationAccuracy, 0.9);
    assertGreater(testAccuracy, 0.9);
    assertStringIncludes(stderr, "✓ train");
    await initBackend("wasm");
    const model = await loadModel(folder);
    assertEquals(model.outputs[0].shape, [null, 10]);
    model.dispose();
  }));

Deno.test("train interrupted by Ctrl-C goes on with --resume", () =>
  withFolder(async (folder) => {
    const line = ["--profile", "smoke", "--epochs", "300", "--out", folder];
    const first = await runTask("train", line, { interrupt: "epoch" });
    assertEquals(first.code, 130, first.stderr);
    assertStringIncludes(first.stderr, "The same command with --resume goes on");
    const together = [...line, "--resume", "--workers", "2"];
    const second = await runTask("train", together, { interrupt: "epoch" });
    assertEquals(second.code, 130, second.stderr);
    const [before, after] = [first, second].map(({ stderr }) => epochIn(stderr));
    assert(after >= before, `${before} ${after}`);
    const other = await runTask("train", [...line, "--resume", "--seed", "2"]);
    assertEquals(other.code, 1);
    assertStringIncludes(other.stderr, "Cannot resume from");
    assertStringIncludes(other.stderr, '"seed":1');
    assertStringIncludes(other.stderr, '"seed":2');
    assert(!other.stderr.includes("momentum"), other.stderr);
    const warped = await runTask("train", [...line, "--resume", "--warp", "0.5"]);
    assertEquals(warped.code, 1);
    for (const range of ['"shift":1', '"rotation":6', '"scale":0.06', '"shear":0.075']) {
      assertStringIncludes(warped.stderr, range);
    }
  }));

Deno.test("train takes data and folder as seen from where the user stands", () =>
  withFolder(async (folder) => {
    const [forTrain, forTest] = [0, 1].map((part) => rngFromSeed(1).fork(part));
    await Deno.mkdir(join(folder, "images"));
    const sets = { train: tinyData(700, forTrain), test: tinyData(50, forTest) };
    await writeIdxFolder(join(folder, "images"), sets);
    const line = ["--profile", "smoke", "--data", "./images", "--out", "runs/mine", "--json"];
    const { code, stdout, stderr } = await runTask("train", line, { folder });
    assertEquals(code, 0, stderr);
    assertStringIncludes(stderr, "data from the folder ");
    const { model, testAccuracy } = JSON.parse(stdout);
    assertEquals(await Deno.realPath(model), await Deno.realPath(join(folder, "runs", "mine")));
    assert([...Deno.readDirSync(model)].some(({ name }) => name === "model.json"));
    assertEquals(50 * testAccuracy, Math.round(50 * testAccuracy), "of the 50 images there");
  }));

Deno.test("train takes a CSV file of a few hundred images, some kept for testing", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "train.csv"), digitCsv(tinyData(700, rngFromSeed(3))));
    const line = ["--data", "train.csv", "--out", "mine", "--json"]; // quick: 5,000 for validation
    const { code, stdout, stderr } = await runTask("train", line, { folder });
    assertEquals(code, 0, stderr);
    const { validationAccuracy, testAccuracy } = JSON.parse(stdout);
    assertAlmostEquals(120 * validationAccuracy, Math.round(120 * validationAccuracy), 1e-9);
    assertAlmostEquals(100 * testAccuracy, Math.round(100 * testAccuracy), 1e-9);
    assertStringIncludes(stderr, "train.csv (CSV, 100 of the 700 kept for testing)");
  }));

Deno.test("train says before it trains that it could not save", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "taken"), "");
    const line = ["--profile", "smoke", "--out", "taken/model"];
    const { code, stdout, stderr } = await runTask("train", line, { folder });
    assertEquals([code, stdout, stderr.trimEnd().split("\n").length], [1, "", 1], stderr);
    assertStringIncludes(stderr, "train: Cannot write to ");
  }));

Deno.test("train refuses what it cannot do, with exit code 2", async () => {
  await assertRefused("train", trainCommand, [
    [["--profile", "fast"], 'Cannot use profile "fast"'],
    [["--epochs", "0"], 'Cannot take "0" for --epochs'],
    [["--batch-size", "x"], 'Cannot take "x" for --batch-size'],
    [["--learning-rate=-1"], 'Cannot take "-1" for --learning-rate: must be a number above 0'],
    [["--warp", "much"], 'Cannot take "much" for --warp: must be a number of at least 0'],
    [["--profile", "lines", "--warp", "1"], 'Cannot take --warp with profile "lines"'],
    [["--workers", "0"], 'Cannot take "0" for --workers: must be an integer of at least 1'],
    [["--workers", "1.5"], 'Cannot take "1.5" for --workers'],
    [["--lerning-rate", "1"], "--lerning-rate"],
    [["--out", ""], 'Cannot take "" for --out'],
    [["--seed", "-1"], "use '--seed=-XYZ'"],
  ]);
});

function epochIn(stderr: string): number {
  return Number(/epoch (\d+)\/300/.exec(stderr)?.[1]);
}
