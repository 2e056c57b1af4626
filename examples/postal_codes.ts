/** Reads the postal codes on a folder of envelopes, and prints a CSV table: file, code, confidence,
 * and whether a human must look at it, with the reason.
 *
 * deno task postal [FOLDER] > codes.csv
 */
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { folderImages } from "@lib/commands/cli/folder_images.ts";
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

await runCommand("postal", async () => {
  const [given] = Deno.args;
  const folder = given === undefined
    ? projectPath("data", "samples", "envelopes")
    : userPath(given);
  await initBackend();
  const model = await loadHandwritingModel();
  const lineReader = await loadLineReader();
  const rows = [];
  let failed = 0;
  for (const file of await folderImages(folder)) {
    try {
      const reading = await readImage(model, await decodeImage(join(folder, file)), {
        lineReader,
        length: codeLength,
      });
      const why = whatToCheck(reading, codeLength);
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
