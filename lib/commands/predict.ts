import { initBackend } from "../backend/backend.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import { loadHandwritingModel } from "../model/load_handwriting_model.ts";
import { readImage, type Reading } from "../predict/read_image.ts";
import { readingText } from "../predict/reading_text.ts";
import { decodeImage } from "../preprocess/decode/decode_image.ts";
import { ImageError } from "../preprocess/decode/image_error.ts";
import { annotateImage } from "../predict/annotate/annotate_image.ts";
import { annotationPaths } from "./cli/annotation_paths.ts";
import { UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { type ImageInput, imageInputs } from "./cli/image_inputs.ts";
import { pathOption } from "./cli/options.ts";
import { isFolder, userPath } from "./cli/paths.ts";
import { printNote } from "./cli/print.ts";
import { progressNotes } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** `deno task predict`: reads file after file; one that cannot be read does not stop it, but makes the
 * exit code 1.
 *
 * @throws {Error} if there is no model, or OUT cannot be written to
 * @throws {TypeError} if the model's shape is not that of a reader of digits
 */
export const predictCommand = defineCommand({
  name: "predict",
  summary: "Reads the handwritten digits on images (PNG, JPEG, WebP, GIF, BMP, TIFF, AVIF).\n" +
    "A folder stands for the images in it, - for an image on standard input.",
  positionals: "FILE…",
  options: {
    single: { type: "boolean", help: "Takes all that is written on an image for one digit." },
    model: {
      type: "string",
      value: "DIR",
      help: "The folder that holds model.json; data/reader by default.",
    },
    json: { type: "boolean", help: "Prints one line of JSON for each file." },
    annotate: {
      type: "string",
      value: "OUT",
      help:
        "Draws boxes, digits and confidence into a copy: a .png or .jpg for one FILE, a folder.",
    },
  },
}, async ({ values, positionals: files }, { print }) => {
  if (files.length === 0) throw new UsageError("Cannot read images: found no FILE, wanted some");
  const folder = pathOption("model", values.model);
  const out = pathOption("annotate", values.annotate);
  const inputs = await imageInputs(files);
  const isOne = files.length === 1 && !await isFolder(userPath(files[0]));
  const pictures = out === undefined ? [] : await annotationPaths(out, inputs, isOne);
  await initBackend();
  const model = await loadHandwritingModel(folder);
  const note = progressNotes(inputs.length);
  let failed = 0;
  for (const [i, input] of inputs.entries()) {
    const result = await read(model, input, {
      single: values.single === true,
      picture: pictures[i],
    });
    if (result instanceof ImageError) {
      failed++;
      printNote(`predict: ${result.message}`);
      if (values.json) print({ file: input.name, error: result.message }, String);
    } else print(readingJson(input.name, result), () => readingText(input.name, result));
    note(i + 1);
  }
  model.dispose();
  return failed > 0 ? 1 : 0;
});

/** @param options.picture where the annotated picture goes, if anywhere */
async function read(
  model: LayersModel,
  { path, read }: ImageInput,
  { single, picture }: { readonly single: boolean; readonly picture: string | undefined },
): Promise<Reading | ImageError> {
  const called = path ?? "standard input";
  try {
    const bytes = await read();
    const reading = await readImage(model, await decodeImage(bytes, { name: called }), { single });
    if (picture !== undefined) {
      const format = /\.png$/i.test(picture) ? "png" : "jpeg";
      const annotated = await annotateImage(bytes, reading.digits, { name: called, format });
      await writeAtomic(picture, annotated);
    }
    return reading;
  } catch (error) {
    if (error instanceof ImageError) return error;
    // Whatever went wrong with this image, the others are still read.
    const found = error instanceof Error ? error.message : String(error);
    return new ImageError(called, found.replace(/^Cannot [^:]*: /, ""), { cause: error });
  }
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
    rejected,
    ...(rows && { rows }),
  };
}

function rounded(share: number): number {
  return Number(share.toFixed(6));
}

if (import.meta.main) await runCommand("predict", predictCommand);
