/** Whether a model takes images of digits and gives their classes.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";

/** Makes sure that a model takes and gives what a classifier of digits does, before an image is wasted
 * on it.
 *
 * @param model wanted: input `[batch, 28, 28, 1]`, output `[batch, 10]`
 * @param options.withNonDigit also takes output `[batch, 11]`, whose last class is "no digit"
 * @throws {TypeError} if the model has another input or output
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { checkDigitModel } from "@lib/model/check_digit_model.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * await initBackend();
 * checkDigitModel(await loadModel(projectPath("data", "model")));
 * ```
 */
export function checkDigitModel(
  model: LayersModel,
  { withNonDigit = false }: { readonly withNonDigit?: boolean } = {},
): void {
  check("input", model.inputs, ["[batch, 28, 28, 1]"]);
  check("output", model.outputs, ["[batch, 10]", ...(withNonDigit ? ["[batch, 11]"] : [])]);
}

function check(
  kind: string,
  ends: readonly tf.SymbolicTensor[],
  wanted: readonly string[],
): void {
  const found = ends.map(({ shape: [_batch, ...sides] }) =>
    `[${["batch", ...sides.map((side) => side ?? "any")].join(", ")}]`
  ).join(" and ");
  if (wanted.includes(found)) return;
  throw new TypeError(
    `Cannot read digits with this model: found ${kind} ${found}, wanted ${wanted.join(" or ")}; ` +
      'take a model that "deno task train" has trained',
  );
}
