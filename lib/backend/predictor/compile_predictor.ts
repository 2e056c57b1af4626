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
 *
 * await initBackend("wasm");
 * const layer = tf.layers.dense({ inputShape: [4], units: 2, activation: "softmax" });
 * const predictor = compilePredictor(tf.sequential({ layers: [layer] }));
 * const scores = predictor?.predict(new Float32Array(3 * 4), 3);
 * if (scores?.length !== 3 * 2) throw new Error(`found ${scores?.length} scores`);
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
