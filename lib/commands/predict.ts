import { initBackend } from "../backend/backend.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import { loadHandwritingModel } from "../model/load_handwriting_model.ts";
import { loadLineReader } from "../model/load_line_reader.ts";
import { readImage, type Reading, type ReadOptions } from "../predict/read_image.ts";
import { readingText } from "../predict/reading_text.ts";
import type { ImageSource } from "../preprocess/decode/decode_colours.ts";
import { decodeImage } from "../preprocess/decode/decode_image.ts";
import { documentPages } from "../preprocess/decode/document_pages.ts";
import { ImageError } from "../preprocess/decode/image_error.ts";
import { documentLimits } from "../preprocess/decode/limits.ts";
import { annotateImage } from "../predict/annotate/annotate_image.ts";
import { annotationPaths } from "./cli/annotation_paths.ts";
import { UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { type ImageInput, imageInputs } from "./cli/image_inputs.ts";
import { pathOption } from "./cli/options.ts";
import { isFolder, userPath } from "./cli/paths.ts";
import { printNote, printResult } from "./cli/print.ts";
import { progressNotes } from "./cli/progress.ts";
import { csvHeader, readingCsv } from "./cli/reading_csv.ts";
import { runCommand } from "./cli/run_command.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** `deno task predict`: reads file after file, page after page; one that cannot be read does not stop it,
 * but makes the exit code 1.
 *
 * @throws {Error} if there is no model, or OUT cannot be written to
 * @throws {TypeError} if the model's shape is not that of a reader of digits
 */
export const predictCommand = defineCommand({
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
  },
}, async ({ values, positionals: files }, { print }) => {
  if (files.length === 0) throw new UsageError("Cannot read images: found no FILE, wanted some");
  if (values.json && values.csv) {
    throw new UsageError("Cannot print two formats: found --json and --csv, wanted one of them");
  }
  const folder = pathOption("model", values.model);
  const out = pathOption("annotate", values.annotate);
  const inputs = await imageInputs(files);
  const isOne = files.length === 1 && !await isFolder(userPath(files[0]));
  const pathOf = out === undefined ? undefined : await annotationPaths(out, inputs, isOne);
  await initBackend();
  const model = await loadHandwritingModel(folder);
  // A model of the user's own is shown for what it reads alone.
  const lineReader = folder === undefined ? await loadLineReader() : undefined;
  const note = progressNotes(inputs.length);
  if (values.csv) printResult(csvHeader);
  let failed = 0;
  for (const [i, input] of inputs.entries()) {
    const read = { single: values.single === true, ...(lineReader && { lineReader }) };
    const options = { read, pathOf: pathOf?.bind(undefined, i) };
    for await (const { name, result } of readPages(model, input, options)) {
      if (result instanceof ImageError) {
        failed++;
        printNote(`predict: ${result.message}`);
        if (values.json) print({ file: name, error: result.message }, String);
      } else if (values.csv) {
        if (result.digits.length > 0) printResult(readingCsv(name, result));
      } else print(readingJson(name, result), () => readingText(name, result));
    }
    note(i + 1);
  }
  model.dispose();
  lineReader?.dispose();
  return failed > 0 ? 1 : 0;
});

interface PageOptions {
  /** How it is read. */
  readonly read: ReadOptions;
  /** Gives the path of a page's annotated picture. */
  readonly pathOf: ((suffix: string) => Promise<string>) | undefined;
}

/** What was read on each page of a file, by the page's name. */
async function* readPages(
  model: LayersModel,
  { name, path, read }: ImageInput,
  { read: options, pathOf }: PageOptions,
): AsyncGenerator<{ readonly name: string; readonly result: Reading | ImageError }> {
  const file = path ?? "standard input";
  try {
    for await (const { suffix, source } of documentPages(await read(), file)) {
      const result = await readPage(model, source, {
        read: options,
        name: file + suffix,
        picture: await pathOf?.(suffix),
      });
      yield { name: name + suffix, result };
    }
  } catch (error) {
    yield { name, result: asImageError(file, error) };
  }
}

/** @param options.picture where the annotated picture goes, if anywhere */
async function readPage(
  model: LayersModel,
  source: ImageSource,
  { read, name, picture }: {
    readonly read: ReadOptions;
    readonly name: string;
    readonly picture: string | undefined;
  },
): Promise<Reading | ImageError> {
  try {
    const reading = await readImage(model, await decodeImage(source, { name }), read);
    if (picture !== undefined) {
      const format = /\.png$/i.test(picture) ? "png" : "jpeg";
      await writeAtomic(picture, await annotateImage(source, reading, { name, format }));
    }
    return reading;
  } catch (error) {
    return asImageError(name, error);
  }
}

/** Whatever went wrong with an image, the others are still read. */
function asImageError(name: string, error: unknown): ImageError {
  if (error instanceof ImageError) return error;
  const found = error instanceof Error ? error.message : String(error);
  return new ImageError(name, found.replace(/^Cannot [^:]*: /, ""), { cause: error });
}

function readingJson(file: string, reading: Reading): unknown {
  const { text, written, confidence, digits, lines, rejected, turned, rows } = reading;
  const list = digits.map(({ digit, confidence, box }) => ({
    digit,
    confidence: rounded(confidence),
    box,
  }));
  const separators = lines.flatMap((line, i) => {
    return line.separators.map(({ sign, box, after }) => ({ sign, line: i, after, box }));
  });
  return {
    file,
    text,
    written,
    confidence: rounded(confidence),
    turned,
    digits: list,
    separators,
    alternatives: lines.map(({ alternatives = [] }) => {
      return alternatives.map(({ text, odds }) => ({ text, odds: rounded(odds) }));
    }),
    rejected,
    ...(rows && { rows }),
  };
}

function rounded(share: number): number {
  return Number(share.toFixed(6));
}

if (import.meta.main) await runCommand("predict", predictCommand);
