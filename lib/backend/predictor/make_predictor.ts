import type { LoweredModel } from "../lowering/lower_model.ts";
import { Arena, sizeOf } from "../plan/steps/arena.ts";
import { instantiateSimd, type SimdKernels } from "../simd/module.ts";
import { foldBatchNorms, type PredictorBlock } from "./fold_batch_norms.ts";
import { makePredictorStep } from "./make_predictor_step.ts";
import { Predictor, type PredictorWeights } from "./predictor.ts";
import type { Located, PredictorStep } from "./predictor_step.ts";

/** How a predictor is compiled. */
export interface PredictorOptions {
  /** Makes the kernels; those of the SIMD module by default. */
  readonly instantiate?: (memory: WebAssembly.Memory) => SimdKernels;
}

/** Images that go through the layers together: few enough that what lies between two layers stays in
 * the cache, enough that a call of a kernel costs nothing beside its work. */
const batch = 16;

/** Makes the predictor of a model that was brought down to blocks. It needs nothing of TensorFlow.js:
 * a blueprint will do for the model, and arrays for its weights.
 *
 * @returns `undefined` where it would need more than a gigabyte
 */
export function makePredictor(
  { form, blocks, endsInSoftmax }: LoweredModel,
  weights: PredictorWeights,
  { instantiate = instantiateSimd }: PredictorOptions = {},
): Predictor | undefined {
  const arena = new Arena(batch);
  const input = { address: arena.floats(batch * sizeOf(form.shape)), shape: form.shape };
  const steps = makeSteps(foldBatchNorms(blocks), arena, input);
  const memory = arena.finish();
  if (memory === undefined) return undefined;
  return new Predictor({
    ...{ batch, form, steps, input, endsInSoftmax, weights },
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
