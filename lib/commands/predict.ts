import type { FileToRead } from "../files/file_to_read.ts";
import { readFiles } from "../files/read_files.ts";
import { readingText } from "../predict/reading_text.ts";
import { documentLimits } from "../preprocess/decode/limits.ts";
import { annotationPaths } from "./cli/annotation_paths.ts";
import { type Arguments, numberOf, UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { type ImageInput, imageInputs } from "./cli/image_inputs.ts";
import { listedNames } from "./cli/listed_names.ts";
import { pathOption } from "./cli/options.ts";
import { isFolder, userPath } from "./cli/paths.ts";
import { printNote, printResult } from "./cli/print.ts";
import { progressNotes } from "./cli/progress.ts";
import { csvHeader, readingCsv } from "./cli/reading_csv.ts";
import { readingJson } from "./cli/reading_json.ts";
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
        const json = (): unknown => ({
          ...("error" in result ? { file: page, ...result } : readingJson(page, result)),
          ...(suffix !== "" && { page: Number(suffix.slice(1)) }),
        });
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
function checkFormats({ json, csv, out, resume }: Given): void {
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

/** What a command line names, as files to read, and how many they are where that is known. */
async function filesToRead({ given, list, annotate }: {
  readonly given: readonly string[];
  readonly list: string | boolean | undefined;
  readonly annotate: string | boolean | undefined;
}): Promise<{
  readonly inputs: Iterable<FileToRead> | AsyncIterable<FileToRead>;
  readonly count: number | undefined;
}> {
  const picture = pathOption("annotate", annotate);
  if (list === undefined) {
    if (given.length === 0) throw new UsageError("Cannot read images: found no FILE, wanted some");
    const inputs = await imageInputs(given);
    const isOne = given.length === 1 && !await isFolder(userPath(given[0]));
    const pathOf = picture && await annotationPaths(picture, inputs, isOne);
    const files = inputs.map((input, i) =>
      fileOf(input, pathOf ? pathOf.bind(undefined, i) : undefined)
    );
    return { inputs: files, count: inputs.length };
  }
  if (given.length > 0) {
    throw new UsageError("Cannot read FILE and --files-from: found both, wanted one of them");
  }
  if (picture !== undefined) {
    throw new UsageError("Cannot annotate what --files-from lists: name the files themselves");
  }
  return { inputs: listedFiles(String(list)), count: undefined };
}

async function* listedFiles(list: string): AsyncGenerator<FileToRead> {
  for await (const name of listedNames(list)) {
    for (const input of await imageInputs([name])) yield fileOf(input);
  }
}

function fileOf({ name, path, read }: ImageInput, pathOf?: FileToRead["pathOf"]): FileToRead {
  return { name, file: path ?? "standard input", read, pathOf };
}

/** The files that have no results yet. */
async function* notDone(
  files: Iterable<FileToRead> | AsyncIterable<FileToRead>,
  done: ReadonlySet<string> | undefined,
): AsyncGenerator<FileToRead> {
  for await (const file of files) if (!done?.has(file.name)) yield file;
}

if (import.meta.main) await runCommand("predict", predictCommand);
