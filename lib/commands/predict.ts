import type * as tf from "@tensorflow/tfjs";
import { initBackend } from "../backend/backend.ts";
import { projectPath } from "../base/paths.ts";
import { checkDigitModel } from "../model/check_digit_model.ts";
import { loadModel } from "../model/load_model.ts";
import { readImage, type Reading } from "../predict/read_image.ts";
import { readingText } from "../predict/reading_text.ts";
import { decodeImage } from "../preprocess/decode_image.ts";
import { ImageError } from "../preprocess/image_error.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { pathOption } from "./path_option.ts";
import { printNote, printResult } from "./print.ts";
import { runCommand } from "./run_command.ts";
import { userPath } from "./user_path.ts";

const command: Command<"single" | "model" | "json"> = {
  name: "predict",
  summary: "Reads the handwritten digits on images (PNG, JPEG, WebP, GIF, BMP, TIFF, AVIF).",
  positionals: "FILE…",
  options: {
    single: { type: "boolean", help: "Takes all that is written on an image for one digit." },
    model: {
      type: "string",
      value: "DIR",
      help: "The folder that holds model.json; data/model by default.",
    },
    json: { type: "boolean", help: "Prints one line of JSON for each file." },
  },
};

/** What `deno task predict` does: reads file after file; one that cannot be read does not stop it.
 *
 * @param line the words after the command
 * @returns the exit code, 1 if some file could not be read
 * @throws {UsageError} if the command line is wrong
 * @throws {Error} if there is no model
 * @throws {TypeError} if its shape is not that of a reader of digits
 */
export async function predictCommand(line: readonly string[]): Promise<number> {
  const given = readArguments(command, line);
  if (typeof given === "string") {
    printResult(given);
    return 0;
  }
  const { values, positionals: files } = given;
  if (files.length === 0) throw new UsageError("Cannot read images: found no FILE, wanted some");
  const folder = pathOption("model", values.model) ?? projectPath("data", "model");
  await initBackend();
  const model = await loadModel(folder);
  checkDigitModel(model);
  let failed = 0;
  for (const file of files) {
    const result = await read(model, file, values.single === true);
    if (result instanceof ImageError) {
      failed++;
      printNote(`predict: ${result.message}`);
      if (values.json) printResult(JSON.stringify({ file, error: result.message }));
    } else printResult(values.json ? readingJson(file, result) : readingText(file, result));
  }
  model.dispose();
  return failed > 0 ? 1 : 0;
}

async function read(
  model: tf.LayersModel,
  file: string,
  single: boolean,
): Promise<Reading | ImageError> {
  try {
    return readImage(model, await decodeImage(userPath(file)), { single });
  } catch (error) {
    if (error instanceof ImageError) return error;
    // Whatever went wrong with this image, the others are still read.
    const found = error instanceof Error ? error.message : String(error);
    return new ImageError(file, found, { cause: error });
  }
}

function readingJson(file: string, { text, digits }: Reading): string {
  const list = digits.map(({ digit, confidence, box }) => ({
    digit,
    confidence: Number(confidence.toFixed(6)),
    box,
  }));
  return JSON.stringify({ file, text, digits: list });
}

if (import.meta.main) await runCommand(command.name, () => predictCommand(Deno.args));
