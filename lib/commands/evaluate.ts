import { relative } from "node:path";
import { initBackend } from "../backend/backend.ts";
import { thousands } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import { loadMnist } from "../download/load_mnist.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { evaluationText } from "../evaluate/evaluation_text.ts";
import { checkDigitModel } from "../model/check_digit_model.ts";
import { loadModel } from "../model/load_model.ts";
import { type Command, parseArguments } from "./cli/arguments.ts";
import { dataFrom, dataOption } from "./cli/data_option.ts";
import { pathOption } from "./cli/path_option.ts";
import { printNote, printResult } from "./cli/print.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";
import { userPath } from "./cli/user_path.ts";

const command: Command<"model" | "data" | "json"> = {
  name: "evaluate",
  summary: "Scores a model on MNIST's 10,000 test images.",
  options: {
    model: {
      type: "string",
      value: "DIR",
      help: "The folder that holds model.json; data/model by default.",
    },
    data: dataOption,
    json: { type: "boolean", help: "Prints the numbers as one line of JSON." },
  },
};

/** What `deno task evaluate` does.
 *
 * @param line the words after the command
 * @returns the exit code
 * @throws {UsageError} if the command line is wrong
 * @throws {Error} if there is no model
 * @throws {TypeError} if its shape is not that of a reader of digits
 */
export async function evaluateCommand(line: readonly string[]): Promise<number> {
  const given = parseArguments(command, line);
  if (typeof given === "string") {
    printResult(given);
    return 0;
  }
  const folder = pathOption("model", given.values.model) ?? projectPath("data", "model");
  const from = dataFrom(given.values.data);
  const backend = await initBackend();
  const model = await loadModel(folder);
  checkDigitModel(model, { withNonDigit: true });
  const { test, source } = await loadMnist(from);
  const [images, parameters] = [test.size, model.countParams()].map(thousands);
  printNote(`Reading ${images} test images, from ${source}`);
  printNote(
    `Model ${relative(userPath("."), folder) || "."}, ${parameters} parameters, on ${backend}`,
  );
  const { predictions: _, ...numbers } = await withProgress((onProgress) =>
    evaluate(model, test, onProgress)
  );
  model.dispose();
  printResult(given.values.json ? JSON.stringify(numbers) : evaluationText(numbers));
  return 0;
}

async function withProgress<Result>(
  work: (onProgress: (fraction: number) => void) => Promise<Result>,
): Promise<Result> {
  const progress = terminalProgress();
  progress.begin("evaluate");
  try {
    const result = await work((fraction) =>
      progress.update(fraction, `${Math.round(100 * fraction)} %`)
    );
    progress.done();
    return result;
  } catch (error) {
    progress.fail();
    throw error;
  }
}

if (import.meta.main) await runCommand(command.name, () => evaluateCommand(Deno.args));
