import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { tuneCommand } from "@lib/commands/tune.ts";
import type { Trial } from "@lib/tune/trial.ts";
import { assertRefused } from "./assert_refused.ts";

/** Runs `work` in a folder with images that are learned in a moment. */
function withImages(work: (folder: string) => Promise<void>): Promise<void> {
  return withFolder(async (folder) => {
    const [forTrain, forTest] = [0, 1].map((part) => rngFromSeed(1).fork(part));
    const sets = { train: tinyData(600, forTrain), test: tinyData(40, forTest) };
    await Deno.mkdir(join(folder, "images"));
    await writeIdxFolder(join(folder, "images"), sets);
    await work(folder);
  });
}

const usual = ["--profile", "smoke", "--data", "images", "--images", "200", "--epochs", "4"];

async function weightsIn(folder: string): Promise<Uint8Array> {
  const [{ name }] = [...Deno.readDirSync(folder)].filter(({ name }) => name.endsWith(".bin"));
  return await Deno.readFile(join(folder, name));
}

/** What a study found, without the time it took. */
function timeless(text: string): unknown {
  return JSON.parse(text, (name, value) => name === "seconds" ? 0 : value);
}

Deno.test("tune --trials keeps a study that goes on where it was cut off, as if it had not been", () =>
  withImages(async (folder) => {
    const study = async (name: string, trials: number): Promise<string> => {
      const files = ["--study", `${name}.jsonl`, "--out", `${name}.json`];
      const line = [...usual, ...files, "--trials", `${trials}`, "--sampler", "halton", "--json"];
      const { code, stdout, stderr } = await runTask("tune", line, { folder });
      assertEquals(code, 0, stderr);
      assertEquals(await Deno.readTextFile(join(folder, `${name}.json`)), stdout.trimEnd());
      return stdout;
    };
    const whole = await study("whole", 4);
    const { best, importance, trials } = JSON.parse(whole);
    assertEquals(trials.length, 4);
    assert(trials.some((trial: Trial) => JSON.stringify(trial) === JSON.stringify(best)));
    assertEquals(importance.length, 6);
    assert(trials.every(({ settings }: Trial) => settings.epochs === 4));
    const lines = (await Deno.readTextFile(join(folder, "whole.jsonl"))).split("\n");
    const cut = [...lines.slice(0, 3), lines[3].slice(0, 40)].join("\n");
    await Deno.writeTextFile(join(folder, "cut.jsonl"), cut);
    assertEquals(timeless(await study("cut", 4)), timeless(whole));
  }));

Deno.test("tune --shard runs parts of a study, which docs/scale.md puts together", () =>
  withImages(async (folder) => {
    const study = async (name: string, shard: readonly string[], env = {}): Promise<string> => {
      const files = ["--study", `${name}.jsonl`, "--out", `${name}.json`];
      const line = [...usual, ...files, "--trials", "5", "--sampler", "halton", "--no-early-stop"];
      const { code, stderr } = await runTask("tune", [...line, ...shard], { folder, env });
      assertEquals(code, 0, stderr);
      return stderr;
    };
    await study("whole", []);
    await study("part-1", ["--shard", "1/2"]);
    const pod = { JOB_COMPLETION_INDEX: "1", JOB_COMPLETIONS: "2" };
    await study("part-2", ["--shard", "auto"], pod);

    const page = await Deno.readTextFile(projectPath("docs", "scale.md"));
    const [line] = /^\(head .*$/m.exec(page)!;
    const merge = new Deno.Command("sh", { args: ["-c", line], cwd: folder });
    assertEquals((await merge.output()).code, 0);
    const trialsOf = async (name: string): Promise<unknown[]> => {
      const lines = (await Deno.readTextFile(join(folder, `${name}.jsonl`))).trim().split("\n");
      return lines.map(timeless);
    };
    assertEquals(await trialsOf("study"), await trialsOf("whole"));
    assertEquals((await trialsOf("part-2")).length, 3);
    assertStringIncludes(await study("study", []), "Going on after 5 trials");
    assertEquals((await trialsOf("study")).length, 6);
  }));

Deno.test("tune --retrain writes a profile that train takes, and both come to the same model", () =>
  withImages(async (folder) => {
    const line = [...usual, "--trials", "2", "--no-early-stop", "--study", "s.jsonl", "--retrain"];
    const space = { learningRate: { kind: "log-uniform", low: 0.05, high: 0.2 } };
    await Deno.writeTextFile(join(folder, "space.json"), JSON.stringify(space));
    const ranges = ["--space", "space.json", "--out", "o.json", "--figures", "svg"];
    const { code, stdout, stderr } = await runTask("tune", [...line, ...ranges], { folder });
    assertEquals(code, 0, stderr);
    for (const text of ["trial  learning rate", "best: trial ", "retrained: ", "s-winner.json"]) {
      assertStringIncludes(stdout, text);
    }
    for (const name of ["best_so_far", "settings"]) {
      const svg = await Deno.readTextFile(join(folder, "svg", `${name}.svg`));
      assertStringIncludes(svg, "<title>The best of 2 trials reaches ");
    }
    const { best, retrained } = JSON.parse(await Deno.readTextFile(join(folder, "o.json")));
    assertEquals(Object.keys(best.settings), ["learningRate", "epochs"]);
    const profile = ["--profile", "s-winner.json", "--data", "images", "--out", "again"];
    const again = await runTask("train", [...profile, "--json"], { folder });
    assertEquals(again.code, 0, again.stderr);
    const found = JSON.parse(again.stdout);
    assertEquals(found.testAccuracy, retrained.testAccuracy);
    assertEquals(found.validationAccuracy, retrained.validationAccuracy);
    assertEquals(await weightsIn(join(folder, "again")), await weightsIn(join(folder, "s-winner")));
  }));

Deno.test("tune --range-test tells of a rate, and where the loss diverges", () =>
  withImages(async (folder) => {
    const line = ["--profile", "smoke", "--data", "images", "--range-test"];
    const files = ["--out", "range.json", "--figures", "."];
    const { code, stdout, stderr } = await runTask("tune", [...line, ...files], { folder });
    assertEquals(code, 0, stderr);
    assertStringIncludes(stdout, "steepest fall: ");
    assertStringIncludes(
      await Deno.readTextFile(join(folder, "range_test.svg")),
      "is suggested: the loss ",
    );
    const { rates, losses, suggested } = JSON.parse(
      await Deno.readTextFile(join(folder, "range.json")),
    );
    assertEquals(rates.length, losses.length);
    assert(suggested > rates[0] && suggested < rates.at(-1));
    assertStringIncludes(stdout, `suggested: ${suggested.toPrecision(2)}, `);
  }));

Deno.test("tune refuses studies that make no sense, with exit code 2", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "a.json"), '{"rate": {}}');
    await Deno.writeTextFile(
      join(folder, "b.json"),
      '{"augmentation": {"kind": "uniform", "low": 0, "high": 1}}',
    );
    const lines = '{"network": {"kind": "choice", "values": ["compact", "line"]}}';
    await Deno.writeTextFile(join(folder, "c.json"), lines);
    await Deno.writeTextFile(join(folder, "d.json"), '{"network":');
    const at = (name: string): string => join(folder, name);
    await assertRefused("tune", tuneCommand, [
      [["--trials", "0"], 'Cannot take "0" for --trials'],
      [["--minutes", "0"], 'Cannot take "0" for --minutes: must be a number above 0'],
      [["--sampler", "grid"], 'Cannot take "grid" for --sampler: must be random, halton, tpe'],
      [["--seed", "x"], 'Cannot take "x" for --seed'],
      [["--study", ""], 'Cannot take "" for --study'],
      [["--space", at("none.json")], "none.json"],
      [["--space", at("a.json")], 'Cannot search over "rate"'],
      [
        ["--space", at("b.json"), "--profile", "lines"],
        "Cannot scale the augmentation of profile lines",
      ],
      [["--range-test", "--epochs", "2"], "Cannot take --epochs with --range-test"],
      [["--space", at("c.json")], 'Cannot train network "line" on profile quick'],
      [["--space", at("d.json")], "Cannot read the space "],
      [["--figures", "svg"], "Cannot draw a grid with --figures"],
      [["--shard", "3/2"], 'Cannot take "3/2" for --shard'],
      [["--shard", "1/2", "--retrain"], "Cannot take --retrain with --shard"],
      [["--shard", "1/2", "--queue", "postgres://host/digits"], "Cannot take --queue with --shard"],
      [["--queue", "host/digits"], "Cannot take what --queue names: found no address"],
      [["--at-once", "0"], 'Cannot take "0" for --at-once'],
      [["--trials", "2", "--range-test"], "Cannot run --range-test and a study"],
      [["--profile", at("none.json")], "Cannot read profile "],
    ]);
  }));

Deno.test("tune leaves the study of other settings as it is, and says what differs", () =>
  withImages(async (folder) => {
    const line = [...usual, "--trials", "1", "--study", "s.jsonl", "--out", "o.json"];
    assertEquals((await runTask("tune", line, { folder })).code, 0);
    const text = await Deno.readTextFile(join(folder, "s.jsonl"));
    const cases: [string[], string][] = [
      [["--seed", "2"], "found seed 1, wanted 2"],
      [["--sampler", "random"], 'found sampler "tpe", wanted "random"'],
      [["--images", "100"], "found data "],
    ];
    for (const [more, message] of cases) {
      const { code, stderr } = await runTask("tune", [...line, ...more], { folder });
      assertEquals(code, 1);
      assertStringIncludes(stderr, message);
      assertEquals(await Deno.readTextFile(join(folder, "s.jsonl")), text);
    }
  }));
