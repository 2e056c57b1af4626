import type { FileToRead } from "../files/file_to_read.ts";
import { readFiles } from "../files/read_files.ts";
import { readingText } from "../predict/reading_text.ts";
import { documentLimits } from "../preprocess/decode/limits.ts";
import { type Arguments, numberOf, UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { type FilesSource, filesToRead } from "./cli/files_to_read.ts";
import { pathOption } from "./cli/options.ts";
import { pageRow } from "./cli/page_row.ts";
import { printNote, printResult } from "./cli/print.ts";
import { progressNotes } from "./cli/progress.ts";
import { queueFrom, queueOption } from "./cli/queue_option.ts";
import { csvHeader, readingCsv } from "./cli/reading_csv.ts";
import { ResultsFile } from "./cli/results_file.ts";
import { runCommand } from "./cli/run_command.ts";
import { inShard, shardOption } from "./cli/shard.ts";

/** Files from which on all cores read: with fewer, starting the others takes longer than they save. */
const manyFiles = 16;

/** What the command line gives, apart from files. */
type Given = Arguments<keyof typeof command.options>["values"];

const command = {
  name: "predict",
  summary:
    "Reads the handwritten digits on images (PNG, JPEG, WebP, GIF, BMP, TIFF, AVIF) and PDFs.\n" +
    "A folder stands for the images and PDFs in it, - for one of them on standard input.\n" +
    "The pages of a PDF or TIFF are read one by one, as FILE#1, FILE#2 and so on, and annotated as\n" +
    `OUT#1, OUT#2. Boxes on a page of a PDF are in its pixels at ${documentLimits.dotsPerInch} dots per inch.`,
  positionals: "FILE…",
  options: {
    single: { type: "boolean", help: "Takes all that is written on an image for one digit." },
    model: {
      type: "string",
      value: "DIR",
      help:
        "The folder of a model that reads alone; data/reader together with data/lines by default.",
    },
    json: { type: "boolean", help: "Prints one line of JSON for each file, or page." },
    csv: {
      type: "boolean",
      help: "Prints a CSV table, a row for each line of digits; files without any have none.",
    },
    annotate: {
      type: "string",
      value: "OUT",
      help:
        "Draws what was read, and left out, into a copy: a .png or .jpg for one FILE, a folder.",
    },
    workers: {
      type: "string",
      value: "N",
      help: `Cores to read on; all of them from ${manyFiles} files on by default, else one.`,
    },
    "files-from": {
      type: "string",
      value: "LIST",
      help: "Reads the files that LIST names, - for standard input: a line each, or parted by NUL.",
    },
    shard: {
      type: "string",
      value: "I/N",
      help: "Reads every N-th file from the I-th on; auto asks Slurm's or Kubernetes' variables.",
    },
    out: {
      type: "string",
      value: "FILE",
      help: "Writes the lines of JSON to FILE, which must not be there yet, instead of printing.",
    },
    resume: {
      type: "boolean",
      help: "Goes on with the FILE of --out where an earlier run ended, however it did.",
    },
    queue: {
      ...queueOption,
      help: "Sends the files to a queue in PostgreSQL instead, for deno task worker to read.",
    },
    inline: {
      type: "boolean",
      help: "Sends what the files hold along, for workers that do not share the folder.",
    },
  },
} as const;

/** `deno task predict`: reads file after file, page after page; one that cannot be read does not stop it,
 * but makes the exit code 1.
 *
 * @throws {Error} if there is no model, or OUT cannot be written to
 * @throws {TypeError} if the model's shape is not that of a reader of digits
 */
export const predictCommand = defineCommand(
  command,
  async ({ values, positionals: given }, { print }) => {
    const source = { given, list: values["files-from"], annotate: values.annotate };
    const [folder, out] = [pathOption("model", values.model), pathOption("out", values.out)];
    if (values.queue !== undefined) return await send(values, source);
    checkFormats(values);
    const asked = numberOf("workers", values.workers, { least: 1, integer: true });
    const files = await filesToRead(source);
    const shard = values.shard === undefined ? undefined : shardOption(String(values.shard));
    const results = out === undefined
      ? undefined
      : await ResultsFile.open(out, values.resume === true);
    const note = progressNotes(files.count);
    const isMany = files.count === undefined || files.count >= manyFiles;
    const chosen = notDone(shard ? inShard(files.inputs, shard) : files.inputs, results?.done);
    const readings = readFiles(chosen, {
      folder,
      single: values.single === true,
      workers: asked ?? (isMany ? navigator.hardwareConcurrency : 1),
      isLast: true,
    });
    let [read, failed] = [0, 0];
    for await (const { name, pages } of readings) {
      if (values.csv && read === 0) printResult(csvHeader);
      const lines: unknown[] = [];
      for await (const { suffix, result } of pages) {
        const page = name + suffix;
        if ("error" in result) {
          failed++;
          printNote(`predict: ${result.error}`);
        }
        const json = (): unknown => pageRow(name, { suffix, result });
        if (results !== undefined) lines.push(json());
        else if (values.json) print(json(), String);
        else if ("error" in result) continue;
        else if (!values.csv) print(undefined, () => readingText(page, result));
        else if (result.digits.length > 0) printResult(readingCsv(page, result));
      }
      await results?.add(lines);
      note(++read);
    }
    if (results !== undefined) {
      await results.close();
      printNote(`predict: read ${read} files, ${failed} pages failed; results in ${out}`);
    }
    return failed > 0 ? 1 : 0;
  },
);

/** @throws {UsageError} if the options ask for results of several kinds */
function checkFormats({ json, csv, out, resume, queue, inline }: Given): void {
  if (inline && queue === undefined) {
    throw new UsageError("Cannot send files along: found no --queue to send them to, wanted one");
  }
  if (json && csv) {
    throw new UsageError("Cannot print two formats: found --json and --csv, wanted one of them");
  }
  if (csv && out !== undefined) {
    throw new UsageError(
      "Cannot write a table to --out: wanted no --csv, as lines of JSON go there",
    );
  }
  if (resume && out === undefined) {
    throw new UsageError("Cannot resume: found no --out FILE to go on with, wanted one");
  }
}

/** Sends the files to a queue. */
async function send(values: Given, source: FilesSource): Promise<number> {
  const elsewhere = ["annotate", "csv", "json", "model", "out", "resume", "single", "workers"];
  const found = elsewhere.filter((name) => name in values);
  if (found.length > 0) {
    throw new UsageError(
      `Cannot send files with --${
        found.join(" and --")
      }: wanted only what says which; deno task worker ` +
        "takes how they are read, deno task queue where the results go",
    );
  }
  const url = queueFrom(values.queue);
  const { inputs, count } = await filesToRead(source);
  const shard = values.shard === undefined ? undefined : shardOption(String(values.shard));
  const isInline = values.inline === true;
  // Named by a variable, or Deno loads what it imports even where it is not run.
  const sender = "../queue/send_to_queue.ts";
  const { sendToQueue }: typeof import("../queue/send_to_queue.ts") = await import(sender);
  const files = sharedFiles(shard ? inShard(inputs, shard) : inputs, isInline);
  const sent = await sendToQueue(url, files, { isInline, sent: progressNotes(count) });
  printResult(`Sent ${sent.count} files, ${sent.count - sent.fresh} of them sent before`);
  return 0;
}

/** @throws {UsageError} if one has no path by which others could find it */
async function* sharedFiles(
  files: Iterable<FileToRead> | AsyncIterable<FileToRead>,
  isInline: boolean,
): AsyncGenerator<FileToRead> {
  for await (const file of files) {
    if (file.name === "-" && !isInline) {
      throw new UsageError("Cannot send standard input: wanted --inline, as it has no path");
    }
    yield file;
  }
}

/** The files that have no results yet. */
async function* notDone(
  files: Iterable<FileToRead> | AsyncIterable<FileToRead>,
  done: ReadonlySet<string> | undefined,
): AsyncGenerator<FileToRead> {
  for await (const file of files) if (!done?.has(file.name)) yield file;
}

if (import.meta.main) {
  // Only a queue is elsewhere: what reads has no way to the network.
  const isSending = Deno.args.some((word) => /^--queue(?:=|$)/.test(word));
  if (!isSending) await Deno.permissions.revoke({ name: "net" });
  await runCommand("predict", predictCommand);
}
