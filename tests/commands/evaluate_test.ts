import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertMatch,
  assertStringIncludes,
} from "../support/assert.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { writeImageFolder } from "../support/image_folder.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { digits } from "../support/written_digits.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { evaluateCommand } from "@lib/commands/evaluate.ts";
import { saveModel } from "@lib/model/save_model.ts";
import { inkedDataset } from "../evaluate/support.ts";
import { assertRefused } from "./assert_refused.ts";
import { withPixelReader } from "./with_pixel_reader.ts";

/** MNIST's test images a class. */
const support = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];

Deno.test("evaluate --json prints the metrics of all 10,000 test images as one line", () =>
  withPixelReader(async (folder) => {
    const { code, stdout, stderr } = await runTask("evaluate", ["--model", folder, "--json"]);
    assertEquals(code, 0, stderr);
    assertEquals(stdout.trimEnd().split("\n").length, 1);
    const numbers = JSON.parse(stdout);
    assertEquals(
      Object.keys(numbers).sort(),
      [
        ...[
          "accuracy",
          "bootstrap",
          "calibration",
          "confusion",
          "interval",
          "labelErrors",
          "macro",
        ],
        ...["micro", "operatingPoints", "perClass", "scores", "weighted"],
      ],
    );
    assertEquals(numbers.accuracy, 0.098);
    assertEquals(numbers.interval.length, 2);
    assertEquals(numbers.confusion, support.map((count) => [count, ...new Array(9).fill(0)]));
    assertEquals(numbers.perClass.map((scores: { support: number }) => scores.support), support);
    assertEquals(numbers.perClass[0].recall, 1);
    assertStringIncludes(stderr, "10,000 test images");
  }));

Deno.test("evaluate prints a table, its progress on stderr", () =>
  withPixelReader(async (folder) => {
    const { code, stdout, stderr } = await runTask("evaluate", [`--model=${folder}`]);
    assertEquals(code, 0, stderr);
    assertMatch(stdout, /^Accuracy 9\.80 %: 980 of 10,000 images/);
    // A slow machine tells how far it is.
    const lines =
      /^Reading 10,000 test images.*\nModel .*\n(?: +evaluate .*\n)*✓ evaluate +[\d.]+ s\n$/;
    assertMatch(stderr, lines);
  }));

Deno.test("evaluate without a model says where it looked and ends with 1", () =>
  withPixelReader(async (folder) => {
    const { code, stdout, stderr } = await runTask("evaluate", ["--model", join(folder, "none")]);
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, `from ${join(folder, "none")}: found no such folder`);
    assertEquals(stderr.trimEnd().split("\n").length, 1, "one line of error");
  }));

Deno.test("evaluate with a wrong command line ends with 2, with --help with 0", async () => {
  await assertRefused("evaluate", evaluateCommand, [
    [["--modle", "x"], "--modle"],
    [["file.png"], "file.png"],
    [["--model"], "--model"],
    [["--model="], 'Cannot take "" for --model'],
    [["--data", ""], 'Cannot take "" for --data'],
  ]);
  const { code, stdout } = await runTask("evaluate", ["--help"]);
  assertEquals(code, 0);
  assertStringIncludes(stdout, "--model DIR");
});

Deno.test("evaluate takes model and data from folders seen from where the user stands", () =>
  withPixelReader(async (folder) => {
    await Deno.mkdir(join(folder, "images"));
    const digits = [3, 1, 4, 1, 5];
    const sets = { train: inkedDataset([0]), test: inkedDataset(digits, [3, 1, 4, 1, 9]) };
    await writeIdxFolder(join(folder, "images"), sets);
    await Deno.mkdir(join(folder, "deep", "er"), { recursive: true });
    const line = ["--model", "../..", "--data", "../../images", "--json"];
    const { code, stdout, stderr } = await runTask("evaluate", line, {
      folder: join(folder, "deep", "er"),
    });
    assertEquals(code, 0, stderr);
    assertEquals(JSON.parse(stdout).accuracy, 0.8);
    assertStringIncludes(stderr, "Reading 5 test images, from the folder ");
    assertStringIncludes(stderr, "Model ../..,");
  }));

Deno.test("evaluate takes a folder of images by class, with the permissions of its task", () =>
  withFolder(async (folder) => {
    await writeImageFolder(folder, digits, { isDarkOnLight: true, isRgb: true });
    const { code, stdout, stderr } = await runTask("evaluate", ["--data", ".", "--json"], {
      folder,
    });
    assertEquals(code, 0, stderr);
    assertGreater(JSON.parse(stdout).accuracy, 0.9);
    assertMatch(
      stderr,
      /^✓ data .*\nReading 29 test images, from the folder .*dark on light, inver/,
    );
    assertStringIncludes(stderr, "29 of the 200 kept for testing");
  }));

Deno.test("evaluate says in one line what it found instead of data", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "train.csv"), "<!DOCTYPE html>");
    const { code, stdout, stderr } = await runTask("evaluate", ["--data", "."], { folder });
    assertEquals([code, stdout], [1, ""]);
    assertMatch(
      stderr,
      /^✗ data .*\nevaluate: Cannot read .*train.csv: found a web page \(HTML\), .*\n$/,
    );
  }));

Deno.test("evaluate refuses a model that reads no digits, with one line and exit code 1", () =>
  withFolder(async (folder) => {
    await initBackend("wasm");
    const layers = [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),
      tf.layers.dense({ units: 2 }),
    ];
    const model = tf.sequential({ layers });
    await saveModel(model, folder);
    model.dispose();
    const { code, stdout, stderr } = await runTask("evaluate", ["--model", folder]);
    assertEquals([code, stdout], [1, ""]);
    assertMatch(stderr, /^evaluate: .*found output \[batch, 2\], wanted \[batch, 10\].*\n$/);
  }));

for (const folder of ["data/model", "data/reader"]) {
  Deno.test(`evaluate --json prints of ${folder} what lies beside it`, async () => {
    const { code, stdout, stderr } = await runTask("evaluate", ["--model", folder, "--json"]);
    assertEquals(code, 0, stderr);
    const printed = JSON.parse(stdout);
    const path = projectPath(folder, "metrics.json");
    const { corruptions, ...beside } = JSON.parse(await Deno.readTextFile(path));
    // A temperature needs the training images: it is there if it was asked for.
    delete beside.calibration.temperature;
    assertAlike(printed, beside);
    assertEquals(corruptions.clean[0].accuracy, beside.accuracy);
    assertGreater(printed.labelErrors.without.accuracy, printed.accuracy);
    assertEquals(printed.calibration.temperature, undefined);
  });
}

/** The same but for rounding: not every processor multiplies and adds in one step. */
function assertAlike(found: unknown, wanted: unknown, path = "metrics"): void {
  if (typeof wanted === "number" && typeof found === "number") {
    return assertAlmostEquals(found, wanted, 1e-5, path);
  }
  if (typeof wanted !== "object" || wanted === null) return assertEquals(found, wanted, path);
  assertEquals(Object.keys(found as object), Object.keys(wanted), path);
  for (const [key, value] of Object.entries(wanted)) {
    assertAlike((found as Record<string, unknown>)[key], value, `${path}.${key}`);
  }
}
