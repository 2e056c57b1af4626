import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { predictCommand } from "@lib/commands/predict.ts";
import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { writeDigitDocuments } from "../support/digit_documents.ts";
import { runTask, type TaskRun } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { assertRefused } from "./assert_refused.ts";

const predict = (line: readonly string[], input = ""): Promise<TaskRun> =>
  runTask("predict", ["--single", ...line], { input: new TextEncoder().encode(input) });

/** Starts the command in a process that can be killed, and kills it once its results have grown. */
async function killed(results: string, line: readonly string[], input: string): Promise<void> {
  const folder = await Deno.makeTempDir();
  const list = join(folder, "list");
  await Deno.writeTextFile(list, input);
  const script = projectPath("lib", "commands", "predict.ts");
  const before = (await Deno.stat(results)).size;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--config", projectPath("deno.json"), "--allow-read", "--allow-write"],
      ...["--allow-ffi", "--allow-env", script, "--single", ...line, "--files-from", list],
    ],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const watcher = Deno.watchFs(results);
  child.status.then(() => watcher.close());
  for await (const _ of watcher) {
    if ((await Deno.stat(results)).size > before) child.kill("SIGKILL");
    if ((await Deno.stat(results)).size > before) break;
  }
  await child.status;
  await Deno.remove(folder, { recursive: true });
}

Deno.test("predict --out --resume, killed again and again, has each line once at the end", () =>
  withFolder(async (folder) => {
    const paths = await writeDigitDocuments(folder, 40, [1, 3]);
    const list = paths.join("\0") + "\0";
    const whole = join(folder, "whole.jsonl");
    const alone = await predict(["--workers", "1", "--out", whole, "--files-from", "-"], list);
    assertEquals(alone.code, 1);
    assertStringIncludes(alone.stderr, "predict: read 40 files, 1 pages failed; results in");

    const cut = join(folder, "cut.jsonl");
    await Deno.writeTextFile(cut, "");
    const line = ["--workers", "2", "--out", cut, "--resume"];
    for (let kill = 0; kill < 3; kill++) await killed(cut, line, list);
    const partly = (await Deno.readTextFile(cut)).length;
    assert(partly > 0);
    const rest = await predict([...line, "--files-from", "-"], list);
    assertEquals(rest.code <= 1, true);
    assertEquals(await Deno.readTextFile(cut), await Deno.readTextFile(whole));
    const again = await predict(["--out", cut, "--files-from", "-"], list);
    assertEquals([again.code, again.stdout], [2, ""]);
    assertStringIncludes(again.stderr, "go on with it by --resume");
  }));

Deno.test("predict --shard reads each file in one of the parts", () =>
  withFolder(async (folder) => {
    const paths = await writeDigitDocuments(folder, 9, [1, 3]);
    const read: string[] = [];
    for (const part of [1, 2]) {
      const { stdout } = await predict([
        "--json",
        "--workers",
        "1",
        "--shard",
        `${part}/2`,
        ...paths,
      ]);
      for (const line of stdout.trim().split("\n")) {
        const { file, page } = JSON.parse(line);
        read.push(page === undefined ? file : file.slice(0, file.lastIndexOf("#")));
      }
    }
    assertEquals([...new Set(read)].sort(), paths.toSorted());
  }));

Deno.test({
  name: "GNU parallel, as docs/scale.md types it, gives the lines that one process gives",
  ignore: !await isParallelThere(),
  fn: () =>
    withFolder(async (folder) => {
      const paths = await writeDigitDocuments(folder, 12, [1, 2]);
      const list = join(folder, "list.txt");
      await Deno.writeTextFile(list, paths.join("\n"));
      const line = ["--workers", "1", "--files-from", list, "--out", join(folder, "whole.jsonl")];
      assertEquals((await runTask("predict", line)).code, 1); // one of the files is broken

      const page = await Deno.readTextFile(projectPath("docs", "scale.md"));
      const [typed] = /^parallel deno task predict .*$/m.exec(page)!;
      const { code } = await new Deno.Command("sh", {
        args: ["-c", typed],
        cwd: folder,
        env: {
          INIT_CWD: folder, // npx has set it to where the tests were started
          PARALLEL_HOME: folder,
          PATH: `${await projectDeno(folder)}:${Deno.env.get("PATH")}`,
        },
        stdout: "null",
        stderr: "null",
      }).output();
      assertEquals(code, 1); // jobs that failed
      const linesOf = async (name: string): Promise<string[]> =>
        (await Deno.readTextFile(join(folder, name))).trim().split("\n");
      const parts = await Promise.all([1, 2, 3, 4].map((part) => linesOf(`part-${part}.jsonl`)));
      assertEquals(parts.flat().sort(), (await linesOf("whole.jsonl")).sort());
    }),
});

async function isParallelThere(): Promise<boolean> {
  try {
    const { stdout } = await new Deno.Command("parallel", { args: ["--version"] }).output();
    return new TextDecoder().decode(stdout).startsWith("GNU parallel");
  } catch {
    return false;
  }
}

/** A folder with a `deno` that runs the tasks of this project from wherever it is called. */
async function projectDeno(folder: string): Promise<string> {
  const [script, config] = [join(folder, "bin", "deno"), projectPath("deno.json")];
  await Deno.mkdir(join(folder, "bin"));
  const line = `exec "${Deno.execPath()}" task --quiet --config "${config}" "$@"`;
  await Deno.writeTextFile(script, `#!/bin/sh\nshift\n${line}\n`, { mode: 0o755 });
  return join(folder, "bin");
}

Deno.test("predict refuses what many files cannot have", async () => {
  await assertRefused("predict", predictCommand, [
    [["--resume", "a.png"], "no --out FILE to go on with"],
    [["--csv", "--out", "a.jsonl", "a.png"], "wanted no --csv"],
    [["--files-from", "list", "a.png"], "found both"],
    [["--files-from", "list", "--annotate", "out"], "name the files themselves"],
    [["--shard", "3/2", "a.png"], "wanted i/n"],
    [["--workers", "0", "a.png"], "--workers"],
    [["--files-from", "no list"], "wanted a file with a name on each line"],
  ]);
});
