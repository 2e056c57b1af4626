import { readQueue } from "../queue/read_queue.ts";
import { ReadingQueue } from "../queue/reading_queue.ts";
import { numberOf } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { pathOption } from "./cli/options.ts";
import { pageRow } from "./cli/page_row.ts";
import { printNote } from "./cli/print.ts";
import { progressNotes } from "./cli/progress.ts";
import { queueFrom, queueOption } from "./cli/queue_option.ts";
import { runCommand } from "./cli/run_command.ts";

/** `deno task worker`: reads what a queue holds, on this machine, beside any number of others.
 *
 * @throws {QueueError} if the queue cannot be used
 * @throws {Error} if there is no model
 */
export const workerCommand = defineCommand({
  name: "worker",
  summary:
    "Reads the files that deno task predict --queue has sent, on any number of machines, and\n" +
    "writes the results to the queue. Ctrl-C ends it once the files at hand are read.",
  interruptible: true,
  options: {
    queue: queueOption,
    workers: { type: "string", value: "N", help: "Cores to read on; all of them by default." },
    "until-empty": {
      type: "boolean",
      help: "Ends when no file waits and none is being read; otherwise it waits for more.",
    },
    single: { type: "boolean", help: "Takes all that is written on an image for one digit." },
    model: {
      type: "string",
      value: "DIR",
      help: "The folder of a model that reads alone; data/reader with data/lines by default.",
    },
  },
}, async ({ values }, { signal }) => {
  const url = queueFrom(values.queue);
  const workers = numberOf("workers", values.workers, { least: 1, integer: true }) ??
    navigator.hardwareConcurrency;
  const folder = pathOption("model", values.model);
  const note = (message: string): void => printNote(`worker: ${message}`);
  const queue = await ReadingQueue.open(url, {
    isSupervising: true,
    note,
  });
  const progress = progressNotes(undefined, { name: "worker", isShown: false });
  let [files, pages] = [0, 0];
  try {
    await readQueue(queue, {
      workers,
      setup: { folder, single: values.single === true },
      isUntilEmpty: values["until-empty"] === true,
      signal,
      lineOf: (name, page) => JSON.stringify(pageRow(name, page)),
      done: (count) => {
        pages += count;
        progress(++files);
      },
      note,
    });
  } finally {
    await queue.close();
    note(`read ${files} files, ${pages} pages`);
  }
});

if (import.meta.main) await runCommand("worker", workerCommand);
