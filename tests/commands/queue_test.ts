import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { ReadingQueue } from "@lib/queue/reading_queue.ts";
import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { runTask, type TaskRun } from "../support/run_task.ts";
import { tiffFile } from "../support/tiff_file.ts";
import { withFolder } from "../support/with_folder.ts";
import { noPostgres, type Postgres, withPostgres } from "../support/with_postgres.ts";
import { digits } from "../support/written_digits.ts";

const light = (i: number): ReturnType<typeof lightImage> =>
  lightImage(28, 28, digits.images.slice(784 * i, 784 * (i + 1)).map((level) => 255 - level));

/** Writes documents of two or three written digits, a broken one among them; returns their paths. */
async function writeDocuments(folder: string, count: number): Promise<string[]> {
  const rng = rngFromSeed(96);
  const paths = Array.from({ length: count }, (_, i) => join(folder, `scan ${i}.tiff`));
  for (const [i, path] of paths.entries()) {
    const pages = Array.from(
      { length: 2 + rng.integer(2) },
      () => ({ image: light(rng.integer(200)) }),
    );
    await Deno.writeFile(path, i === 5 ? new Uint8Array([1, 2, 3]) : tiffFile(pages));
  }
  return paths;
}

const run = (name: string, line: readonly string[], input?: readonly string[]): Promise<TaskRun> =>
  runTask(name, line, input && { input: new TextEncoder().encode(input.join("\n")) });

/** Starts a worker that is one process, so that it can be killed. */
function startWorker(url: string, line: readonly string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--config", projectPath("deno.json")],
      ...["--lock", projectPath("lib", "queue", "deno.lock")],
      ...["--allow-read", "--allow-ffi", "--allow-net=127.0.0.1", "--allow-env"],
      ...[projectPath("lib", "commands", "worker.ts"), "--queue", url, "--single", ...line],
    ],
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}

/** Waits until so many files are read. */
async function readFiles(postgres: Postgres, count: number): Promise<void> {
  const statement = "SELECT count(*) FROM digits.result WHERE page = 0";
  while (Number(await postgres.run(statement)) < count);
}

const sortedLines = (text: string): string[] => text.trim().split("\n").sort();

Deno.test({
  name: "a queue is read once by workers that are killed, through a restart of its database",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres((postgres) =>
      withFolder(async (folder) => {
        const { url } = postgres;
        const paths = await writeDocuments(folder, 60);
        const whole = join(folder, "whole.jsonl");
        await run("predict", ["--single", "--workers", "1", "--out", whole, ...paths]);
        const expected = sortedLines(await Deno.readTextFile(whole));

        const queue = await ReadingQueue.open(new URL(url), { heartbeatSeconds: 10 });
        const first = await run(
          "predict",
          ["--queue", url, "--files-from", "-"],
          paths.slice(0, 40),
        );
        assertEquals([first.code, first.stdout], [0, "Sent 40 files, 0 of them sent before\n"]);
        const lost = (await queue.take())!; // and no sign of life from here

        const line = ["--workers", "1"];
        const workers = [1, 2, 3].map(() => startWorker(url, line));
        for (const [i, count] of [2, 8].entries()) {
          await readFiles(postgres, count);
          workers[i].kill("SIGKILL");
          workers.push(startWorker(url, line));
        }
        await postgres.restart();
        const second = await run("predict", ["--queue", url, ...paths]);
        assertEquals(second.stdout, "Sent 60 files, 40 of them sent before\n");
        await readFiles(postgres, 60);
        for (const worker of workers.slice(2)) worker.kill("SIGINT");
        const codes = await Promise.all(workers.map(async (one) => (await one.status).code));
        assertEquals(codes, [137, 137, 130, 130, 130]);

        const results = join(folder, "results.jsonl");
        const written = await run("queue", ["--queue", url, "--results", results]);
        assertStringIncludes(written.stderr, `wrote ${expected.length} results`);
        assertEquals(sortedLines(await Deno.readTextFile(results)), expected);
        const printed = await run("queue", ["--queue", url, "--results", "-"]);
        assertEquals(sortedLines(printed.stdout), expected);
        assertEquals(await queue.complete(lost, ["too late"]), false);
        const { stdout } = await run("queue", ["--queue", url, "--json"]);
        const { waiting, running, dead, files, pages } = JSON.parse(stdout);
        assertEquals([waiting, running, dead, files, pages], [0, 0, 0, 60, expected.length]);
        await queue.close();
      })
    ),
});

Deno.test({
  name: "a queue carries small files along, and gives up what fails, until that is sent again",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(({ url, run: sql }) =>
      withFolder(async (folder) => {
        const paths = await writeDocuments(folder, 7);
        await Deno.writeFile(paths[6], new Uint8Array(5 * 2 ** 20));
        const { stdout } = await run("predict", ["--single", "--json", ...paths.slice(0, 6)]);
        await run("predict", ["--queue", url, "--inline", ...paths]);
        for (const path of paths) await Deno.remove(path);

        const queue = await ReadingQueue.open(new URL(url));
        await sql("UPDATE digits_queue.job SET retry_limit = 0");
        await queue.fail((await queue.take())!, "the moon is full");
        const shown = await run("queue", ["--queue", url]);
        assertStringIncludes(shown.stdout, "Waiting    6 files");
        assertStringIncludes(shown.stdout, `Given up   1 files\n           ${paths[0]}: the moon`);
        const again = await run("queue", ["--queue", url, "--retry"]);
        assertEquals(again.stdout, "Sent again: 1 files\n");
        assertEquals((await queue.counts()).dead, 0);
        await queue.close();

        const worker = await run("worker", ["--queue", url, "--single", "--until-empty"]);
        assertEquals(worker.code, 0);
        assertStringIncludes(worker.stderr, "worker: read 7 files");
        const lines = sortedLines((await run("queue", ["--queue", url, "--results", "-"])).stdout);
        const large = lines.filter((line) => line.includes(paths[6]));
        assertEquals(large.length, 1);
        assertStringIncludes(
          JSON.parse(large[0]).error,
          "found 5,242,880 bytes, wanted at most 4,194,304",
        );
        assertEquals(lines.filter((line) => line !== large[0]), sortedLines(stdout));
      })
    ),
});

Deno.test({
  name: "a worker ends on Ctrl-C with the files at hand read",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres((postgres) =>
      withFolder(async (folder) => {
        const { url } = postgres;
        await run("predict", ["--queue", url, ...await writeDocuments(folder, 8)]);
        const worker = startWorker(url, ["--workers", "2"]);
        await readFiles(postgres, 3);
        worker.kill("SIGINT");
        assertEquals((await worker.status).code, 130);
        const queue = await ReadingQueue.open(new URL(url));
        const { running, waiting, files } = await queue.counts();
        assertEquals([running, waiting + files], [0, 8]);
        await queue.close();
      })
    ),
});

Deno.test({
  name: "a queue says why it cannot be used, and never its password",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(async ({ url, run: sql }) => {
      const cases: [url: string, code: number, message: string][] = [
        ["mysql://host/database", 2, "found mysql:, wanted postgres://"],
        ["no address", 2, "found no address"],
        ["postgres://host", 2, "found no database"],
        ["postgres://127.0.0.1:1/none", 1, "wanted a PostgreSQL that answers"],
        [url.replace("secret", "wrong-word"), 1, "wanted a user and a password that it takes"],
        [`${url}2`, 1, "make it by createdb"],
      ];
      for (const [given, code, message] of cases) {
        const result = await run("queue", ["--queue", given]);
        assertEquals(result.code, code, result.stderr);
        assertStringIncludes(result.stderr, message);
        assert(!/wrong-word|secret/.test(result.stderr), result.stderr);
      }
      await (await ReadingQueue.open(new URL(url))).close();
      const newer = ["digits.format", "digits_queue.version"];
      for (const table of newer) {
        await sql(`UPDATE ${table} SET version = version + 1`);
        const { code, stderr } = await run("worker", ["--queue", url]);
        assertEquals(code, 1);
        assertStringIncludes(stderr, "found tables of a newer release");
        await sql(`UPDATE ${table} SET version = version - 1`);
      }
    }),
});

Deno.test("predict sends to no queue what belongs to its worker, or has no path", async () => {
  const url = "postgres://127.0.0.1:1/none";
  const wrong: [line: string[], message: string][] = [
    [["--single", "a.png"], "with --single: wanted only what says which"],
    [["--csv", "--out", "a", "a.png"], "with --csv and --out"],
    [[], "found no FILE"],
  ];
  for (const [line, message] of wrong) {
    const { code, stderr } = await run("predict", ["--queue", url, ...line]);
    assertEquals(code, 2);
    assertStringIncludes(stderr, message);
  }
  const { code, stderr } = await run("predict", ["--inline", "a.png"]);
  assertEquals(code, 2);
  assertStringIncludes(stderr, "found no --queue");
});
