import { join } from "node:path";
import { assertEquals, assertMatch, assertStringIncludes } from "../support/assert.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { projectPath } from "@lib/base/paths.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { evaluateCommand } from "@lib/commands/evaluate.ts";
import { inkedDataset } from "../evaluate/support.ts";
import { assertRefused } from "./assert_refused.ts";
import { withPixelReader } from "./with_pixel_reader.ts";

Deno.test("evaluate --report prints scikit-learn's report, as text and as JSON", () =>
  withPixelReader(async (folder) => {
    const line = ["--model", folder, "--report"];
    const { code, stdout, stderr } = await runTask("evaluate", line);
    assertEquals(code, 0, stderr);
    assertMatch(stdout, /^ +precision +recall +f1-score +support\n\n +0 +0\.0980 +1\.0000 /);
    assertMatch(stdout, / accuracy +0\.0980 +10000\n/);
    const json = await runTask("evaluate", [...line, "--json"]);
    assertEquals(JSON.parse(json.stdout)["0"], {
      ...{ precision: 0.098, recall: 1, "f1-score": 2 * 980 / (980 + 10_000), support: 980 },
    });
  }));

Deno.test("evaluate --against tells models apart, and fits a temperature on validation images", () =>
  withPixelReader(async (folder) => {
    await Deno.mkdir(join(folder, "images"));
    await writeIdxFolder(join(folder, "images"), {
      train: inkedDataset(Array.from({ length: 40 }, (_, i) => i % 10)),
      test: inkedDataset([3, 1, 4, 1, 5], [3, 1, 4, 1, 9]),
    });
    const line = ["--model", folder, "--data", join(folder, "images"), "--profile", "smoke"];
    const same = await runTask("evaluate", [...line, "--against", folder]);
    assertEquals(same.code, 0, same.stderr);
    assertMatch(same.stdout, /cannot be told apart on 5 images: they read the same ones/);
    assertMatch(same.stdout, /At temperature 0\.\d+, fitted on 8 validation images/);
    const json = await runTask("evaluate", [
      ...line,
      "--against",
      projectPath("data/model"),
      "--json",
    ]);
    const { against, calibration } = JSON.parse(json.stdout);
    assertEquals([against.images, against.secondAlone >= 0], [5, true]);
    assertEquals(calibration.temperature.validationImages, 8);
  }));

Deno.test("evaluate refuses to fit a temperature on classes that the model does not have", () =>
  withPixelReader(async (folder) => {
    await Deno.mkdir(join(folder, "images"));
    const sets = { train: inkedDataset(Array.from({ length: 300 }, (_, i) => i % 10)) };
    await writeIdxFolder(join(folder, "images"), { ...sets, test: inkedDataset([3, 1, 4]) });
    const line = ["--model", folder, "--data", join(folder, "images"), "--profile", "handwriting"];
    const { code, stdout, stderr } = await runTask("evaluate", line);
    assertEquals([code, stdout], [2, ""]);
    assertStringIncludes(stderr, "Cannot validate this model of 10 classes on profile handwriting");
  }));

Deno.test("evaluate --seeds trains with each seed, and gives mean and deviation", () =>
  withFolder(async (folder) => {
    const labels = Array.from({ length: 60 }, (_, i) => i % 10);
    await writeIdxFolder(folder, { train: inkedDataset(labels), test: inkedDataset(labels) });
    const line = ["--data", folder, "--profile", "smoke", "--seeds", "2", "--seed", "7"];
    const { code, stdout, stderr } = await runTask("evaluate", [...line, "--json"]);
    assertEquals(code, 0, stderr);
    const { seeds, spread, images, profile } = JSON.parse(stdout);
    assertEquals([profile, images], ["smoke", 60]);
    assertEquals(seeds.map(({ seed }: { seed: number }) => seed), [7, 8]);
    const accuracies = seeds.map(({ scores }: { scores: { accuracy: number } }) => scores.accuracy);
    assertEquals(spread.accuracy.lowest, Math.min(...accuracies));
    assertMatch(stderr, /\n✓ seed 7 .*\n✓ seed 8 .*\n$/);
  }));

Deno.test("evaluate --corruptions prints a row for each, of two models too", () =>
  withPixelReader(async (folder) => {
    await Deno.mkdir(join(folder, "images"));
    const sets = { train: inkedDataset([0]), test: inkedDataset([3, 1, 4, 1, 5]) };
    await writeIdxFolder(join(folder, "images"), sets);
    const line = ["--model", folder, "--data", join(folder, "images"), "--corruptions"];
    const { code, stdout, stderr } = await runTask("evaluate", [...line, "--severity", "1"]);
    assertEquals(code, 0, stderr);
    assertMatch(stdout, /\nnone +100\.00 % .*\nshot noise +1 +/);
    assertMatch(stderr, /\n✓ corruptions .*\n$/);
    const json = await runTask("evaluate", [...line, "--against", folder, "--json"]);
    const { models, clean, corruptions } = JSON.parse(json.stdout);
    assertEquals([models.length, clean.length, corruptions.length], [2, 2, 15]);
    assertEquals(corruptions[0].severity, 5);
  }));

Deno.test("evaluate --save writes what --json prints: all scores, and corruptions beside a baseline", () =>
  withPixelReader(async (folder) => {
    await Deno.mkdir(join(folder, "images"));
    const labels = Array.from({ length: 40 }, (_, i) => i % 10);
    const sets = { train: inkedDataset(labels), test: inkedDataset([3, 1, 4, 1, 5]) };
    await writeIdxFolder(join(folder, "images"), sets);
    const line = ["--model", folder, "--data", join(folder, "images"), "--save"];
    const { code, stdout, stderr } = await runTask("evaluate", [...line, "--json"]);
    assertEquals(code, 0, stderr);
    const saved = JSON.parse(await Deno.readTextFile(join(folder, "metrics.json")));
    assertEquals(saved, JSON.parse(stdout));
    const { accuracy, scores, corruptions } = saved;
    assertEquals([accuracy, scores.balancedAccuracy.value], [1, 1]);
    assertEquals(corruptions.models[1], "nearest mean image");
    assertEquals(corruptions.clean.map((one: { accuracy: number }) => one.accuracy), [1, 1]);
    assertEquals(corruptions.corruptions.length, 15);
    assertEquals("temperature" in saved.calibration, false);
    const profile = profileNamed("smoke");
    await Deno.writeTextFile(join(folder, "training.json"), JSON.stringify({ profile }));
    const text = await runTask("evaluate", line);
    assertMatch(text.stdout, /\nAt temperature 0\.\d+, fitted on 8 validation images/);
    const { calibration } = JSON.parse(await Deno.readTextFile(join(folder, "metrics.json")));
    assertEquals(calibration.temperature.validationImages, 8);
    assertMatch(text.stdout, /^Accuracy 100\.00 %[^]*\nAccuracy on 5 images, corrupted/);
  }));

Deno.test("evaluate refuses what does not go together", async () => {
  const lines = {
    "--seeds 2 --model x": "Cannot take --model with --seeds",
    "--seeds 2 --report": "Cannot take --report with --seeds",
    "--seeds 0": 'Cannot take "0" for --seeds',
    "--seeds 2 --corruptions": "Cannot take --corruptions with --seeds",
    "--seeds 2 --save": "Cannot take --save with --seeds",
    "--save --against x": "Cannot take --against with --save",
    "--save --severity 2": "Cannot take --severity with --save",
    "--severity 6": 'Cannot take "6" for --severity',
    "--resamples 0": 'Cannot take "0" for --resamples',
    "--profile lines": "it reads lines, not single digits",
    "--profile none": 'Cannot use profile "none"',
  };
  const cases = Object.entries(lines).map(([line, message]) => [line.split(" "), message] as const);
  await assertRefused("evaluate", evaluateCommand, cases);
});
