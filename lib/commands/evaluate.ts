import { relative } from "node:path";
import { initBackend } from "../backend/backend.ts";
import { thousands } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { evaluationText } from "../evaluate/evaluation_text.ts";
import { checkDigitModel } from "../model/check_digit_model.ts";
import { loadModel } from "../model/load_model.ts";
import { defineCommand } from "./cli/define_command.ts";
import { loadWithProgress } from "./cli/load_with_progress.ts";
import { dataFrom, dataOption, pathOption } from "./cli/options.ts";
import { userPath } from "./cli/paths.ts";
import { printNote } from "./cli/print.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";

/** `deno task evaluate`: scores a model.
 *
 * @throws {Error} if there is no model
 * @throws {TypeError} if its shape is not that of a reader of digits
 */
export const evaluateCommand = defineCommand({
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
}, async ({ values }, { print }) => {
  const folder = pathOption("model", values.model) ?? projectPath("data", "model");
  const from = dataFrom(values.data);
  const backend = await initBackend();
  const model = await loadModel(folder);
  checkDigitModel(model, { withNonDigit: true });
  const { test, source } = await loadWithProgress(from, ["test"]);
  const [images, parameters] = [test.size, model.countParams()].map(thousands);
  printNote(`Reading ${images} test images, from ${source}`);
  printNote(
    `Model ${relative(userPath("."), folder) || "."}, ${parameters} parameters, on ${backend}`,
  );
  const progress = terminalProgress();
  const { result } = await progress.run(
    "evaluate",
    () =>
      evaluate(
        model,
        test,
        (fraction) => progress.update(fraction, `${Math.round(100 * fraction)} %`),
      ),
  );
  model.dispose();
  const { predictions: _, ...numbers } = result;
  print(numbers, evaluationText);
});

if (import.meta.main) await runCommand("evaluate", evaluateCommand);
