import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { rngFromSeed } from "@lib/base/rng.ts";
import { WorkQueue } from "@lib/queue/work_queue.ts";
import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { writeDigitDocuments } from "../support/digit_documents.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { runTask, type TaskRun } from "../support/run_task.ts";
import { startCommand } from "../support/start_command.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import { noPostgres, type Postgres, withPostgres } from "../support/with_postgres.ts";
import { within } from "../support/within.ts";

const trials = 20;

/** Runs a task that must succeed; of files one may be broken. */
async function run(name: string, line: readonly string[], codes = [0]): Promise<TaskRun> {
  const result = await runTask(name, line);
  assertEquals(codes.includes(result.code), true, result.stderr);
  return result;
}

/** The line of a study in `folder`. */
function studyLine(folder: string, name: string): string[] {
  return [
    ...["--profile", "smoke", "--data", join(folder, "images"), "--images", "300"],
    ...["--epochs", "3", "--trials", `${trials}`, "--at-once", "8"],
    ...["--study", join(folder, `${name}.jsonl`), "--out", join(folder, `${name}.json`)],
  ];
}

/** The lines of a file without the time that trials took, sorted. */
async function linesOf(path: string): Promise<string[]> {
  const text = await Deno.readTextFile(path);
  return text.trim().replaceAll(/"seconds":[^,}]+/g, '"seconds":0').split("\n").sort();
}

/** Processes that work on a queue, of which some are killed. */
class Workers {
  readonly #url: string;
  readonly #running: Deno.ChildProcess[] = [];
  /** How those ended that nobody had end. */
  readonly ended: string[] = [];

  constructor(url: string, count: number) {
    this.#url = url;
    for (let number = 0; number < count; number++) this.start();
  }

  start(): void {
    const line = ["--queue", this.#url, "--single", "--workers", "1"];
    const worker = startCommand("worker", line);
    this.#running.push(worker);
    worker.status.then(({ code, signal }) => {
      if (this.#running.includes(worker)) this.ended.push(signal ?? `code ${code}`);
    });
  }

  /** Ends the oldest by SIGKILL. */
  async killOldest(): Promise<void> {
    const oldest = this.#running.shift()!;
    oldest.kill("SIGKILL");
    assertEquals((await oldest.status).signal, "SIGKILL");
  }

  /** Ends all by Ctrl-C, and waits until they have. */
  async interrupt(): Promise<void> {
    const all = this.#running.splice(0);
    for (const worker of all) worker.kill("SIGINT");
    for (const worker of all) assertEquals((await worker.status).code, 130);
  }

  [Symbol.dispose](): void {
    for (const worker of this.#running.splice(0)) worker.kill("SIGKILL");
  }
}

/** Files that are read, and trials that have ended. */
async function done({ run }: Postgres): Promise<number> {
  const files = "SELECT count(*) FROM digits.result WHERE page = 0";
  return Number(await run(`SELECT (${files}) + (SELECT count(*) FROM digits.trial)`));
}

/** Kills the oldest worker some times, and starts another in its place: a second after the one before, or more where
 * nothing has been done since. The database is restarted once. Ends sooner where all is done. */
async function kill(
  postgres: Postgres,
  workers: Workers,
  { kills, jobs }: { readonly kills: number; readonly jobs: number },
): Promise<void> {
  for (let before = 0, count = 0; count < kills && before < jobs; count++) {
    await delay(1000);
    for (let now = before; now === before;) now = await done(postgres);
    await workers.killOldest();
    workers.start();
    if (count === 2) await postgres.restart();
    before = await done(postgres);
  }
}

Deno.test({
  name: `a queue of 300 pages and ${trials} trials is as one process does it, through kills` +
    (noPostgres === undefined ? "" : ` (passed over: ${noPostgres})`),
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres((postgres) =>
      withFolder(async (folder) => {
        const { url } = postgres;
        const [forTrain, forTest] = [0, 1].map((part) => rngFromSeed(1).fork(part));
        const sets = { train: tinyData(900, forTrain), test: tinyData(40, forTest) };
        await Deno.mkdir(join(folder, "images"));
        await writeIdxFolder(join(folder, "images"), sets);
        const paths = await writeDigitDocuments(folder, 151, [2, 2]);
        const whole = join(folder, "pages.jsonl");
        const alone = [
          run("tune", studyLine(folder, "alone")),
          run("predict", ["--single", "--workers", "1", "--out", whole, ...paths], [1]),
        ];
        await within(8, Promise.all(alone), () => "one process for all pages, one for all trials");

        const queue = await WorkQueue.open(new URL(url), { heartbeatSeconds: 10 });
        await queue.close();
        const sent = await run("predict", ["--queue", url, ...paths]);
        assertEquals(sent.stdout, "Sent 151 files, 0 of them sent before\n");
        const study = startCommand("tune", ["--queue", url, ...studyLine(folder, "sent")]);
        using workers = new Workers(url, 3);
        const jobs = paths.length + trials;
        const work = async (): Promise<void> => {
          await kill(postgres, workers, { kills: 6, jobs });
          assertEquals((await study.status).code, 0);
          while (await done(postgres) < jobs) await delay(100);
          await workers.interrupt();
        };
        await within(8, work(), async () => {
          const { stdout } = await run("queue", ["--queue", url]);
          return `${stdout}, of the workers ended ${workers.ended.join() || "none"}`;
        });

        const results = join(folder, "results.jsonl");
        const written = await run("queue", ["--queue", url, "--results", results]);
        assertStringIncludes(written.stderr, "wrote 301 results");
        assertEquals(await linesOf(results), await linesOf(whole));
        const [sentLines, aloneLines] = await Promise.all(
          ["sent", "alone"].map((name) => linesOf(join(folder, `${name}.jsonl`))),
        );
        assertEquals(sentLines, aloneLines);
        assertEquals(sentLines.length, 1 + trials);
        const { stdout } = await run("queue", ["--queue", url, "--json"]);
        const { waiting, running, dead, files, pages, trials: ran } = JSON.parse(stdout);
        assertEquals([waiting, running, dead, files, pages], [0, 0, 0, 151, 301]);
        assertEquals(ran, { waiting: 0, running: 0, dead: 0, done: trials });
        const lost = await postgres.run(
          "SELECT count(*) FROM digits_queue.job WHERE retry_count > 0",
        );
        assert(Number(lost) > 0, "no kill met a worker at work");
      })
    ),
});
