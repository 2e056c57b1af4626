/** Reads the fields of filled-in forms, and prints a CSV table: a row for each field of each form, with
 * what was read, its confidence, and whether a human must look at it, with the reason.
 *
 * deno task form [FIELDS.json FORM…] > forms.csv
 *
 * FIELDS.json says where the fields are, as parts of the page from its top left corner:
 * `[{ "field": "date", "digits": 8, "x": 0.1, "y": 0.2, "width": 0.5, "height": 0.1 }]`.
 */
import { basename } from "node:path";
import { stringify } from "csv-stringify/sync";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { printResult } from "@lib/commands/cli/print.ts";
import { runCommand } from "@lib/commands/cli/run_command.ts";
import { userPath } from "@lib/commands/cli/paths.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { readImage } from "@lib/predict/read_image.ts";
import type { Box } from "@lib/image/box.ts";
import { crop } from "@lib/image/crop.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { whatToCheck } from "./what_to_check.ts";
import type { LightImage } from "@lib/image/light_image.ts";

/** A field of the form: its name, how many digits it takes, and where it is, 0 to 1. */
interface Field extends Box {
  readonly field: string;
  readonly digits: number;
}

const samples = ["fields.json", "form_1.jpg", "form_2.jpg"]
  .map((file) => projectPath("data", "samples", "forms", file));

await runCommand("form", async () => {
  const [layout, ...files] = Deno.args.length === 0 ? samples : Deno.args.map(userPath);
  const fields: readonly Field[] = JSON.parse(await Deno.readTextFile(layout));
  await initBackend();
  const model = await loadHandwritingModel();
  const lineReader = await loadLineReader();
  const rows = [];
  let failed = 0;
  for (const file of files) {
    try {
      const page = await decodeImage(file);
      for (const { field, digits, ...place } of fields) {
        const reading = await readImage(model, crop(page, pixelsOf(place, page)), {
          lineReader,
          length: digits,
        });
        const why = whatToCheck(reading, { length: digits });
        const [text, confidence] = [reading.text.replace("\n", " "), reading.confidence.toFixed(2)];
        rows.push([basename(file), field, text, confidence, why ? "yes" : "no", why]);
      }
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      failed++;
      rows.push([basename(file), "", "", "", "yes", error.message]);
    }
  }
  const columns = ["file", "field", "text", "confidence", "check", "why"];
  printResult(stringify(rows, { header: true, columns }).trimEnd());
  return failed > 0 ? 1 : 0;
});

/** A part of the page in its pixels. */
function pixelsOf({ x, y, width, height }: Box, page: LightImage): Box {
  const [left, right] = [x, x + width].map((share) => Math.round(share * page.width));
  const [top, bottom] = [y, y + height].map((share) => Math.round(share * page.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
