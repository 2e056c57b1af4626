import { assert, assertEquals, assertGreater, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { loadModel } from "@lib/model/load_model.ts";

Deno.test("train --json saves a model that reads, and prints one line about it", () =>
  withFolder(async (folder) => {
    const line = ["--profile", "smoke", "--seed", "7", "--out", folder, "--json"];
    const { code, stdout, stderr } = await runTask("train", line);
    assertEquals(code, 0, stderr);
    const { seconds, validationAccuracy, testAccuracy, ...rest } = JSON.parse(stdout);
    assertEquals(rest, {
      ...{ model: folder, parameters: 18_578, epochs: 2, backend: "wasm", workers: 1, seed: 7 },
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
    const second = await runTask("train", [...line, "--resume"], { interrupt: "epoch" });
    assertEquals(second.code, 130, second.stderr);
    const [before, after] = [first, second].map(({ stderr }) => epochIn(stderr));
    assert(after >= before, `${before} ${after}`);
    const other = await runTask("train", [...line, "--resume", "--seed", "2"]);
    assertEquals(other.code, 1);
    assertStringIncludes(other.stderr, "Cannot resume from");
  }));

Deno.test("train refuses what it cannot do, with exit code 2", async () => {
  const cases: [string[], string][] = [
    [["--profile", "fast"], 'Cannot use profile "fast"'],
    [["--epochs", "0"], 'Cannot take "0" for --epochs'],
    [["--batch-size", "x"], 'Cannot take "x" for --batch-size'],
    [["--learning-rate", "-1"], "--learning-rate"],
    [["--workers", "64"], "Cannot train on 64 cores"],
    [["--lerning-rate", "1"], "--lerning-rate"],
  ];
  for (const [line, message] of cases) {
    const { code, stdout, stderr } = await runTask("train", line);
    assertEquals([code, stdout], [2, ""], line.join(" "));
    assertStringIncludes(stderr, message);
  }
});

function epochIn(stderr: string): number {
  return Number(/epoch (\d+)\/300/.exec(stderr)?.[1]);
}
