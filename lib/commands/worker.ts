import { queueLimits } from "../queue/limits.ts";
import { patiently } from "../queue/patiently.ts";
import { workOnQueue } from "../queue/work_on_queue.ts";
import { WorkQueue } from "../queue/work_queue.ts";
import { numberOf } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { pathOption } from "./cli/options.ts";
import { pageRow } from "./cli/page_row.ts";
import { printNote } from "./cli/print.ts";
import { progressNotes } from "./cli/progress.ts";
import { queueFrom, queueOption } from "./cli/queue_option.ts";
import { runCommand } from "./cli/run_command.ts";

/** `deno task worker`: does the jobs of a queue, on this machine, beside any number of others.
 *
 * @throws {QueueError} if the queue cannot be used
 * @throws {Error} if there is no model
 */
export const workerCommand = defineCommand({
  name: "worker",
  summary:
    "Reads the files that deno task predict --queue has sent, and runs the trials of studies that\n" +
    "deno task tune --queue has, on any number of machines; the results go to the queue. Ctrl-C ends\n" +
    "it once the jobs at hand are done.",
  interruptible: true,
  options: {
    queue: queueOption,
    workers: {
      type: "string",
      value: "N",
      help: "Jobs at a time, each on a core; as many as there are cores by default.",
    },
    "until-empty": {
      type: "boolean",
      help: "Ends when no job waits and none is worked on; otherwise it waits for more.",
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
  const queue = await patiently(
    () => WorkQueue.open(url, { isSupervising: true, note }),
    { signal, note, longestMs: queueLimits.startMs },
  );
  const progress = progressNotes(undefined, { name: "worker", isShown: false });
  let [files, pages, trials] = [0, 0, 0];
  try {
    await workOnQueue(queue, {
      workers,
      setup: { folder, single: values.single === true },
      isUntilEmpty: values["until-empty"] === true,
      signal,
      lineOf: (name, page) => JSON.stringify(pageRow(name, page)),
      done: (result) => {
        if ("trial" in result) trials++;
        else {
          pages += result.lines.length;
          progress(++files);
        }
      },
      note,
    });
  } finally {
    await queue.close();
    note(`read ${files} files, ${pages} pages, ran ${trials} trials`);
  }
});

if (import.meta.main) await runCommand("worker", workerCommand);
