import { type DeadJob, type QueueCounts, WorkQueue } from "../queue/work_queue.ts";
import { UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { pathOption } from "./cli/options.ts";
import { printNote, printResult } from "./cli/print.ts";
import { queueFrom, queueOption } from "./cli/queue_option.ts";
import { runCommand } from "./cli/run_command.ts";

/** Jobs that were given up and are shown with their errors. */
const shownDead = 20;

/** `deno task queue`: says how far a queue is, writes its results, or sends again what was given up.
 *
 * @throws {QueueError} if the queue cannot be used
 */
export const queueCommand = defineCommand({
  name: "queue",
  summary:
    "Shows how many files and trials of a queue wait, are worked on, were given up and why, and are\n" +
    "done.",
  options: {
    queue: queueOption,
    results: {
      type: "string",
      value: "FILE",
      help:
        "Writes the results of all files so far as lines of JSON to FILE, - for standard output, instead.",
    },
    retry: { type: "boolean", help: "Sends the jobs that were given up again, instead." },
    json: { type: "boolean", help: "Prints one line of JSON." },
  },
}, async ({ values }, { print }) => {
  const url = queueFrom(values.queue);
  if (values.retry && values.results !== undefined) {
    throw new UsageError("Cannot do both: found --retry and --results, wanted one of them");
  }
  const isPrinted = values.results === "-";
  const file = isPrinted ? undefined : pathOption("results", values.results);
  const queue = await WorkQueue.open(url);
  try {
    if (values.retry) {
      return print({ sent: await queue.retryDead() }, ({ sent }) => `Sent again: ${sent} jobs`);
    }
    if (isPrinted) return await writeLines(queue, (text) => printResult(text));
    if (file !== undefined) return await writeFile(queue, file);
    const counts = await queue.counts();
    const errors = counts.dead + counts.trials.dead > 0 ? await queue.deadJobs(shownDead) : [];
    print({ ...counts, errors }, queueText);
  } finally {
    await queue.close();
  }
});

function queueText(
  { errors, trials, ...files }: QueueCounts & { readonly errors: readonly DeadJob[] },
): string {
  return [
    `Waiting    ${files.waiting} files, ${trials.waiting} trials`,
    `Running    ${files.running} files, ${trials.running} trials`,
    `Given up   ${files.dead} files, ${trials.dead} trials`,
    ...errors.map(({ name, error }) => `           ${name}: ${error}`),
    `Done       ${files.files} files, ${trials.done} trials, ${files.pages} pages, ${
      files.pagesPerMinute.toFixed(1)
    } pages a minute`,
  ].join("\n");
}

async function writeLines(queue: WorkQueue, write: (text: string) => unknown): Promise<void> {
  for await (const lines of queue.lines()) await write(lines.join("\n"));
}

/** Writes what is there to a file in place of another, once it is whole. */
async function writeFile(queue: WorkQueue, path: string): Promise<void> {
  let count = 0;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    for await (const lines of queue.lines()) {
      count += lines.length;
      yield encoder.encode(`${lines.join("\n")}\n`);
    }
  };
  const partial = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await Deno.writeFile(partial, ReadableStream.from(chunks()), { createNew: true });
    await Deno.rename(partial, path);
  } catch (error) {
    await Deno.remove(partial).catch(() => {});
    throw error;
  }
  printNote(`queue: wrote ${count} results to ${path}`);
}

if (import.meta.main) await runCommand("queue", queueCommand);
