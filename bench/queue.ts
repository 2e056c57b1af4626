import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { percent } from "@lib/base/format.ts";
import { projectPath } from "@lib/base/paths.ts";
import { median } from "@lib/base/statistics.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { sendToQueue } from "@lib/queue/send_to_queue.ts";
import { WorkQueue } from "@lib/queue/work_queue.ts";
import { jpegPages } from "./jpeg_pages.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { withRunFolder } from "./with_run_folder.ts";
import { type Measured, writeResults } from "./write_results.ts";

const workers = [1, 2] as const;
const target = { overhead: 0.03 };

/** Milliseconds between two looks whether all is read. */
const lookMs = 50;

/** How much is read. */
export interface QueueLoad {
  /** Pages of each kind. */
  readonly ofKind: number;
  /** How often they are all read in a round, as if there were as many more. */
  readonly times: number;
}

/** What was measured, for one worker and for two. */
export interface QueueSpeeds {
  readonly pages: number;
  /** Pages a minute without a queue. */
  readonly withoutQueue: readonly number[];
  readonly pagesPerMinute: readonly number[];
  /** What share of the time without a queue it takes more: the median over the rounds. */
  readonly overhead: readonly number[];
}

/** Pages a minute that `deno task worker` reads from a queue with one core and with two, and how much more time
 * that takes than `deno task predict` on the same files and cores. From the start of either to the last
 * result, in turn, round by round; the database is on the machine that its address says, and the files are
 * sent before.
 *
 * @param rounds how many
 * @param url of a database for the queue
 * @returns the numbers, which also go to `results/queue.json`
 * @throws {UsageError} if there is none
 */
export async function benchQueue(rounds: number, url: URL | undefined): Promise<Measured> {
  if (url === undefined) {
    throw new UsageError("Cannot measure a queue: found no --queue, wanted that of a database");
  }
  const speeds = await measureQueue(rounds, url, { ofKind: 50, times: 5 });
  const table = markdownTable([
    ["workers", "pages a minute, without a queue", "through a queue", "more time"],
    ...workers.map((count, i) => [
      `${count}`,
      `${speeds.withoutQueue[i]}`,
      `${speeds.pagesPerMinute[i]}`,
      percent(speeds.overhead[i]),
    ]),
  ]);
  return { table, results: await writeResults("queue", { workers, rounds, target, ...speeds }) };
}

/** Measures, and writes nothing. */
export async function measureQueue(
  rounds: number,
  url: URL,
  { ofKind, times }: QueueLoad,
): Promise<QueueSpeeds> {
  return await withRunFolder(async (folder) => {
    const files: string[] = [];
    for (const [i, bytes] of (await jpegPages(ofKind)).entries()) {
      files.push(join(folder, `${i}.jpg`));
      await Deno.writeFile(files[i], bytes);
    }
    const all = Array.from({ length: times }, () => files).flat();
    const list = join(folder, "list.txt");
    await Deno.writeTextFile(list, all.join("\n"));
    const [alone, queued]: [number[][], number[][]] = [
      workers.map(() => []),
      workers.map(() => []),
    ];
    for (let round = 0; round < rounds; round++) {
      for (const [i, count] of workers.entries()) {
        printNote(`queue: round ${round + 1} of ${rounds}, ${count} at a time`);
        alone[i].push(await readAlone(list, join(folder, `${round}-${count}.jsonl`), count));
        queued[i].push(await readQueued(all, url, count));
      }
    }
    const perMinute = (seconds: readonly number[]): number =>
      Math.round(60 * all.length / median(seconds));
    return {
      pages: all.length,
      withoutQueue: alone.map(perMinute),
      pagesPerMinute: queued.map(perMinute),
      overhead: queued.map((each, i) => median(each.map((one, k) => one / alone[i][k] - 1))),
    };
  });
}

/** Seconds that `predict` takes. */
async function readAlone(list: string, out: string, count: number): Promise<number> {
  const start = performance.now();
  const files = ["--files-from", list, "--out", out];
  const { code } = await task("predict", ["--workers", `${count}`, ...files]).status;
  if (code !== 0) throw new Error(`Cannot measure reading: predict ended with exit code ${code}`);
  return (performance.now() - start) / 1000;
}

/** Seconds that a worker takes until the queue is empty. */
async function readQueued(all: readonly string[], url: URL, count: number): Promise<number> {
  const queue = await WorkQueue.open(url);
  try {
    const names = crypto.randomUUID(); // each file is sent once
    const files = all.map((file, i) => ({
      ...{ name: `${names} ${i}`, file },
      read: () => Deno.readFile(file),
    }));
    await sendToQueue(url, ReadableStream.from(files), { isInline: false, sent: () => {} });
    const start = performance.now();
    const worker = task("worker", ["--queue", url.href, "--workers", `${count}`]);
    const ended = await Promise.race([worker.status, emptied(queue)]);
    if (ended) throw new Error(`Cannot measure reading: worker ended with exit code ${ended.code}`);
    const seconds = (performance.now() - start) / 1000;
    worker.kill("SIGINT");
    await worker.status;
    return seconds;
  } finally {
    await queue.close();
  }
}

async function emptied(queue: WorkQueue): Promise<void> {
  while (!await queue.isDone()) await delay(lookMs);
}

function task(name: string, line: readonly string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "--config", projectPath("deno.json"), name, ...line],
    stdout: "null",
    stderr: "null",
  }).spawn();
}
