/** Reads the postal codes on a folder of envelopes, and prints a CSV table: file, code, confidence,
 * and whether a human must look at it, with the reason.
 *
 * deno task postal [--codes FILE] [FOLDER] > codes.csv
 *
 * FILE lists the codes that there are, one a line: what is written is most probably one of them, and a code that
 * is none of them is left to a human.
 */
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { defineCommand } from "@lib/commands/cli/define_command.ts";
import { folderImages } from "@lib/commands/cli/folder_images.ts";
import { pathOption } from "@lib/commands/cli/options.ts";
import { printResult } from "@lib/commands/cli/print.ts";
import { runCommand } from "@lib/commands/cli/run_command.ts";
import { userPath } from "@lib/commands/cli/paths.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { whatToCheck } from "./what_to_check.ts";

/** Digits of a postal code: five in the United States, Germany, France and Spain. */
const codeLength = 5;
const isCode = new RegExp(`^[0-9]{${codeLength}}$`);

const postalCommand = defineCommand({
  name: "postal",
  summary: "Reads the postal codes on a folder of envelopes, and prints a CSV table.",
  positionals: "[FOLDER]",
  options: {
    codes: {
      type: "string",
      value: "FILE",
      help: "Lists the codes that there are, one a line; all of five digits by default.",
    },
  },
}, async ({ values, positionals: [given, ...others] }) => {
  if (others.length > 0) throw new UsageError("Cannot read several folders: wanted one");
  const folder = given === undefined
    ? projectPath("data", "samples", "envelopes")
    : userPath(given);
  const list = pathOption("codes", values.codes);
  const lexicon = list === undefined ? undefined : await codesOf(list);
  await initBackend();
  const model = await loadHandwritingModel();
  const lineReader = await loadLineReader();
  const known = { length: codeLength, ...(lexicon && { lexicon }) };
  const rows = [];
  let failed = 0;
  for (const file of await folderImages(folder)) {
    try {
      const image = await decodeImage(join(folder, file));
      const reading = await readImage(model, image, { lineReader, ...known });
      const why = whatToCheck(reading, known);
      const confidence = reading.confidence.toFixed(2);
      rows.push([file, reading.text.replace("\n", " "), confidence, why ? "yes" : "no", why]);
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      failed++;
      rows.push([file, "", "", "yes", error.message]);
    }
  }
  const columns = ["file", "code", "confidence", "check", "why"];
  printResult(stringify(rows, { header: true, columns }).trimEnd());
  return failed > 0 ? 1 : 0;
});

/** The codes that a file lists. */
async function codesOf(path: string): Promise<ReadonlySet<string>> {
  const lines = (await Deno.readTextFile(path)).split("\n").map((line) => line.trim());
  const wrong = lines.findIndex((line) => line !== "" && !isCode.test(line));
  const codes = new Set(lines.filter((line) => line !== ""));
  if (wrong < 0 && codes.size > 0) return codes;
  const found = wrong < 0 ? "no code" : `"${lines[wrong]}" on line ${wrong + 1}`;
  throw new Error(
    `Cannot take codes from ${path}: found ${found}, wanted ${codeLength} digits a line`,
  );
}

await runCommand("postal", postalCommand);
