/** From a model to its predictor: the same blocks and kernels as a plan's, for the forward pass alone.
 *
 * The way of images: `predictor.ts` takes them in by sixteen, the steps of `make_predictor_step.ts` and
 * `predict_convolution.ts` run one after another, and the values of the last one are copied out. The
 * steps take the model's weights whenever these have changed, with batch normalisation folded in
 * (`fold_batch_norms.ts`).
 *
 * @module
 */

import type * as tf from "@tensorflow/tfjs";
import { Arena, sizeOf } from "../plan/steps/arena.ts";
import { lowerModel } from "../lowering/lower_model.ts";
import { instantiateSimd, type SimdKernels } from "../simd/module.ts";
import { foldBatchNorms, type PredictorBlock } from "./fold_batch_norms.ts";
import { makePredictorStep } from "./make_predictor_step.ts";
import { Predictor } from "./predictor.ts";
import type { Located, PredictorStep } from "./predictor_step.ts";

/** How a predictor is compiled. */
export interface PredictorOptions {
  /** Makes the kernels; those of the SIMD module by default. */
  readonly instantiate?: (memory: WebAssembly.Memory) => SimdKernels;
}

/** Images that go through the layers together: few enough that what lies between two layers stays in
 * the cache, enough that a call of a kernel costs nothing beside its work. */
const batch = 16;

/** Compiles the prediction of a model: the chains of layers that `compilePlan` takes, also with Dropout
 * between, and with any end. Batch normalisation is folded into the weights before it. What the predictor
 * says always goes by the model's weights at that time.
 *
 * @returns `undefined` for any other model, and where it would need more than a gigabyte
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { compilePredictor } from "@lib/backend/predictor/compile_predictor.ts";
 * import { deepStrictEqual } from "node:assert";
 *
 * await initBackend("wasm");
 * const layer = tf.layers.dense({ inputShape: [4], units: 2, activation: "softmax" });
 * const predictor = compilePredictor(tf.sequential({ layers: [layer] }))!;
 * const scores = predictor.predict(new Float32Array(3 * 4), 3); // of three images without ink
 * deepStrictEqual([...scores], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
 * ```
 */
export function compilePredictor(
  model: tf.LayersModel,
  { instantiate = instantiateSimd }: PredictorOptions = {},
): Predictor | undefined {
  const lowered = lowerModel(model, (layer) => layer.getClassName() === "Dropout");
  if (lowered === undefined) return undefined;
  const { form, blocks, endsInSoftmax } = lowered;

  const arena = new Arena(batch);
  const input = { address: arena.floats(batch * sizeOf(form.shape)), shape: form.shape };
  const steps = makeSteps(foldBatchNorms(blocks), arena, input);
  const memory = arena.finish();
  if (memory === undefined) return undefined;
  return new Predictor({
    ...{ batch, form, steps, input, endsInSoftmax, weights: model.weights },
    runtime: {
      kernels: instantiate(memory),
      floats: new Float32Array(memory.buffer as ArrayBuffer),
    },
    output: steps.at(-1)?.output ?? input,
  });
}

function makeSteps(
  blocks: readonly PredictorBlock[],
  arena: Arena,
  first: Located,
): PredictorStep[] {
  let input = first;
  return blocks.map((block) => {
    const step = makePredictorStep({ arena, input }, block);
    input = step.output;
    return step;
  });
}
