import { join } from "node:path";
import { predictCommand } from "@lib/commands/predict.ts";
import { WorkQueue } from "@lib/queue/work_queue.ts";
import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { writeDigitDocuments } from "../support/digit_documents.ts";
import { runTask, type TaskRun } from "../support/run_task.ts";
import { startCommand } from "../support/start_command.ts";
import { withFolder } from "../support/with_folder.ts";
import { noPostgres, type Postgres, withPostgres } from "../support/with_postgres.ts";
import { assertRefused } from "./assert_refused.ts";

const run = (name: string, line: readonly string[]): Promise<TaskRun> => runTask(name, line);

/** Waits until so many files are read. */
async function readFiles(postgres: Postgres, count: number): Promise<void> {
  const statement = "SELECT count(*) FROM digits.result WHERE page = 0";
  while (Number(await postgres.run(statement)) < count);
}

const sortedLines = (text: string): string[] => text.trim().split("\n").sort();

Deno.test({
  name: "a queue carries small files along, and gives up what fails, until that is sent again",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(({ url, run: sql }) =>
      withFolder(async (folder) => {
        const paths = await writeDigitDocuments(folder, 7, [2, 3]);
        await Deno.writeFile(paths[6], new Uint8Array(5 * 2 ** 20));
        const { stdout } = await run("predict", ["--single", "--json", ...paths.slice(0, 6)]);
        await run("predict", ["--queue", url, "--inline", ...paths]);
        for (const path of paths) await Deno.remove(path);

        const queue = await WorkQueue.open(new URL(url));
        await sql("UPDATE digits_queue.job SET retry_limit = 0");
        await queue.fail((await queue.take())!, "the moon is full");
        const shown = await run("queue", ["--queue", url]);
        assertStringIncludes(shown.stdout, "Waiting    6 files, 0 trials");
        assertStringIncludes(
          shown.stdout,
          `Given up   1 files, 0 trials\n           ${paths[0]}: the moon`,
        );
        const again = await run("queue", ["--queue", url, "--retry"]);
        assertEquals(again.stdout, "Sent again: 1 jobs\n");
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
        const paths = await writeDigitDocuments(folder, 8, [2, 3]);
        const first = await run("predict", ["--queue", url, ...paths.slice(3)]);
        assertEquals([first.code, first.stdout], [0, "Sent 5 files, 0 of them sent before\n"]);
        const { stdout } = await run("predict", ["--queue", url, ...paths]);
        assertEquals(stdout, "Sent 8 files, 5 of them sent before\n");
        const worker = startCommand("worker", ["--queue", url, "--single", "--workers", "2"]);
        await readFiles(postgres, 3);
        worker.kill("SIGINT");
        assertEquals((await worker.status).code, 130);
        const queue = await WorkQueue.open(new URL(url));
        const { running, waiting, files } = await queue.counts();
        assertEquals([running, waiting + files], [0, 8]);
        await queue.close();
      })
    ),
});

Deno.test({
  name: "a study that was interrupted goes on with what workers have done meanwhile",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(({ url, run: sql }) =>
      withFolder(async (folder) => {
        const line = ["--queue", url, "--profile", "smoke", "--data", "small", "--images", "100"];
        const [file, out] = ["s.jsonl", "s.json"].map((name) => join(folder, name));
        line.push("--trials", "3", "--epochs", "1", "--study", file, "--out", out);
        await (await WorkQueue.open(new URL(url))).close();
        const study = startCommand("tune", line);
        while (await sql("SELECT count(*) FROM digits_queue.job WHERE state = 'created'") !== "3");
        study.kill("SIGINT");
        assertEquals((await study.status).code, 130);
        const worker = await run("worker", ["--queue", url, "--workers", "2", "--until-empty"]);
        assertStringIncludes(worker.stderr, "worker: read 0 files, 0 pages, ran 3 trials");
        const { code, stdout } = await run("tune", [...line, "--json"]);
        assertEquals([code, JSON.parse(stdout).trials.length], [0, 3]);
        assertEquals((await Deno.readTextFile(file)).trim().split("\n").length, 4);
        const shown = await run("queue", ["--queue", url]);
        assertStringIncludes(shown.stdout, "Done       0 files, 3 trials, 0 pages");
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
      await (await WorkQueue.open(new URL(url))).close();
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
  await assertRefused("predict", predictCommand, [
    [["--queue", url, "--single", "a.png"], "with --single: wanted only what says which"],
    [["--queue", url, "--csv", "--out", "a", "a.png"], "with --csv and --out"],
    [["--queue", url], "found no FILE"],
    [["--inline", "a.png"], "found no --queue"],
  ]);
});
