import { join } from "node:path";
import { assertEquals, assertMatch, assertStringIncludes } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { saveModel } from "@lib/model/save_model.ts";
import { pixelReader } from "../evaluate/support.ts";

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a process of its own, with the least permissions. */
async function evaluateTask(...line: string[]): Promise<Run> {
  const script = projectPath("lib", "commands", "evaluate.ts");
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "--allow-read", script, ...line],
    env: { NO_COLOR: "1" },
  }).output();
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

/** MNIST's test images a class. */
const support = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];

// The corners of MNIST's images are blank, so the model's logits are all equal: it reads a 0 always.
async function withModel(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await initBackend("wasm");
    const model = pixelReader();
    await saveModel(model, folder);
    model.dispose();
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("evaluate --json prints the metrics of all 10,000 test images as one line", () =>
  withModel(async (folder) => {
    const { code, stdout, stderr } = await evaluateTask("--model", folder, "--json");
    assertEquals(code, 0, stderr);
    assertEquals(stdout.trimEnd().split("\n").length, 1);
    const numbers = JSON.parse(stdout);
    assertEquals(
      Object.keys(numbers).sort(),
      ["accuracy", "confusion", "interval", "macro", "micro", "perClass", "weighted"],
    );
    assertEquals(numbers.accuracy, 0.098);
    assertEquals(numbers.interval.length, 2);
    assertEquals(numbers.confusion, support.map((count) => [count, ...new Array(9).fill(0)]));
    assertEquals(numbers.perClass.map((scores: { support: number }) => scores.support), support);
    assertEquals(numbers.perClass[0].recall, 1);
    assertStringIncludes(stderr, "10,000 test images");
  }));

Deno.test("evaluate prints a table, its progress on stderr", () =>
  withModel(async (folder) => {
    const { code, stdout, stderr } = await evaluateTask(`--model=${folder}`);
    assertEquals(code, 0, stderr);
    assertMatch(stdout, /^Accuracy 9\.80 %: 980 of 10,000 images/);
    assertMatch(stderr, /^Reading 10,000 test images.*\nModel .*\n✓ evaluate +[\d.]+ s\n$/);
  }));

Deno.test("evaluate without a model says where it looked and ends with 1", () =>
  withModel(async (folder) => {
    const { code, stdout, stderr } = await evaluateTask("--model", join(folder, "none"));
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, join(folder, "none", "model.json"));
    assertEquals(stderr.trimEnd().split("\n").length, 1, "one line of error");
  }));

Deno.test("evaluate with a wrong command line ends with 2, with --help with 0", async () => {
  for (const line of [["--modle", "x"], ["file.png"], ["--model"]]) {
    const { code, stdout, stderr } = await evaluateTask(...line);
    assertEquals([code, stdout], [2, ""]);
    assertStringIncludes(stderr, "deno task evaluate --help");
  }
  const { code, stdout } = await evaluateTask("--help");
  assertEquals(code, 0);
  assertStringIncludes(stdout, "--model DIR");
});
