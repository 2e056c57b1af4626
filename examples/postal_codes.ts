/** Reads the postal codes on a folder of envelopes, and prints a CSV table: file, code, confidence,
 * and whether a human must look at it, with the reason.
 *
 * deno task postal [--codes FILE] [--workers N] [FOLDER] > codes.csv
 *
 * FILE lists the codes that there are, one a line: what is written is most probably one of them, and a code that
 * is none of them is left to a human.
 */
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { projectPath } from "@lib/base/paths.ts";
import { numberOf, UsageError } from "@lib/commands/cli/arguments.ts";
import { defineCommand } from "@lib/commands/cli/define_command.ts";
import { folderImages } from "@lib/commands/cli/folder_images.ts";
import { pathOption } from "@lib/commands/cli/options.ts";
import { printResult } from "@lib/commands/cli/print.ts";
import { runCommand } from "@lib/commands/cli/run_command.ts";
import { userPath } from "@lib/commands/cli/paths.ts";
import { readFiles } from "@lib/files/read_files.ts";
import { loadImageFile } from "@lib/preprocess/decode/load_image_file.ts";
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
    workers: { type: "string", value: "N", help: "Cores to read on; 1 by default." },
  },
}, async ({ values, positionals: [given, ...others] }) => {
  if (others.length > 0) throw new UsageError("Cannot read several folders: wanted one");
  const folder = given === undefined
    ? projectPath("data", "samples", "envelopes")
    : userPath(given);
  const list = pathOption("codes", values.codes);
  const lexicon = list === undefined ? undefined : await codesOf(list);
  const workers = numberOf("workers", values.workers, { least: 1, integer: true }) ?? 1;
  const known = { length: codeLength, ...(lexicon && { lexicon }) };
  const files = (await folderImages(folder)).map((name) => {
    const path = join(folder, name);
    return { name, file: path, read: () => loadImageFile(path) };
  });
  const rows = [];
  let failed = 0;
  for await (const { name, pages } of readFiles(files, { ...known, workers })) {
    for await (const { suffix, result } of pages) {
      const page = name + suffix;
      if ("error" in result) {
        failed++;
        rows.push([page, "", "", "yes", result.error]);
        continue;
      }
      const why = whatToCheck(result, known);
      const confidence = result.confidence.toFixed(2);
      rows.push([page, result.text.replace("\n", " "), confidence, why ? "yes" : "no", why]);
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
