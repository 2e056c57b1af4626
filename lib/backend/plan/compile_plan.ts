import type * as tf from "@tensorflow/tfjs";
import { instantiateSimd, type SimdKernels } from "../simd/module.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { FlatWeights } from "./flat_weights.ts";
import { inputForm } from "./input.ts";
import { layerChain } from "./layer_chain.ts";
import { Layout } from "./layout.ts";
import type { Operation, Shape, Weight } from "./operation.ts";
import { Plan } from "./plan.ts";
import { readLayer } from "./read_layer.ts";
import type { Site, Step } from "./step.ts";
import { makeStep } from "./steps/make_step.ts";

/** How a plan is compiled. */
export interface PlanOptions {
  /** Makes the kernels; those of the SIMD module by default. */
  readonly instantiate?: (memory: WebAssembly.Memory) => SimdKernels;
}

/** Compiles the training step of a model: a chain of the layers Cropping2D and Rescaling at the
 * start, Conv2D of stride 1, MaxPooling2D and AveragePooling2D of 2×2, BatchNormalization, ReLU,
 * Flatten, Dense, and a softmax or none at the end. The plan begins with the model's weights.
 *
 * @param model its output is `[batch, classes]`, probabilities or logits
 * @param batch how many images a step has at most
 * @returns `undefined` for any other model, and where it would need more than a gigabyte
 */
export function compilePlan(
  model: tf.LayersModel,
  batch: number,
  { instantiate = instantiateSimd }: PlanOptions = {},
): Plan | undefined {
  const operations = layerChain(model)?.map(readLayer);
  const from = shapeOf(model.inputs[0]);
  if (operations === undefined || from === undefined) return undefined;
  if (operations.includes(undefined)) return undefined;
  const chain = (operations as Operation[][]).flat();
  const endsInSoftmax = chain.at(-1)?.kind === "softmax";
  const { form, count } = inputForm(chain, from);
  const blocks = blocksOf(chain.slice(count, endsInSoftmax ? -1 : undefined));
  if (blocks === undefined || !isTrained(blocks, model)) return undefined;

  const layout = new Layout(batch);
  const [trained, averaged] = [
    new FlatWeights(model.trainableWeights),
    new FlatWeights(model.nonTrainableWeights),
  ];
  const [weights, gradients, velocities] = [1, 2, 3].map(() => layout.floats(trained.length));
  const running = layout.floats(averaged.length);
  const input = layout.value(form.shape, false);
  const steps = makeSteps(blocks, {
    layout,
    input,
    isTrained: false,
    trained: (weight) => {
      const offset = 4 * trained.offset(weight)!;
      return { weight: weights + offset, gradient: gradients + offset };
    },
    running: (weight) => running + 4 * averaged.offset(weight)!,
  });
  const logits = steps[steps.length - 1].output;
  const classes = logits.shape[2];
  const labels = layout.bytes(batch);
  const probabilities = layout.floats(batch * classes);
  const memory = layout.finish();
  if (memory === undefined) return undefined;
  const floats = new Float32Array(memory.buffer as ArrayBuffer);
  const plan = new Plan({
    ...{ batch, endsInSoftmax, form, steps, input, logits, trained, averaged },
    machine: { kernels: instantiate(memory), floats },
    places: { labels, probabilities, weights, gradients, velocities, running },
  });
  plan.readWeights(model);
  return plan;
}

/** Whether the end is a flat vector of at most 256 classes, and the blocks train exactly the model's
 * weights. */
function isTrained(blocks: readonly Block[], model: tf.LayersModel): boolean {
  const found = new Set(blocks.flatMap(weightsOf).map(({ id }) => id));
  const wanted = model.trainableWeights;
  const [output] = model.outputs;
  return wanted.length > 0 && wanted.length === found.size &&
    wanted.every(({ id }) => found.has(id)) &&
    output.rank === 2 && output.shape[1]! <= 256;
}

function weightsOf(block: Block): Weight[] {
  switch (block.kind) {
    case "convolution":
      return [block.filter, block.bias].filter((weight) => weight !== undefined);
    case "batchNorm":
      return [block.gamma, block.beta];
    case "dense":
      return [block.matrix, block.bias].filter((weight) => weight !== undefined);
    default:
      return [];
  }
}

function makeSteps(blocks: readonly Block[], start: Site): Step[] {
  const steps: Step[] = [];
  let site = start;
  for (const block of blocks) {
    const isTrained = site.isTrained || weightsOf(block).length > 0;
    const step = makeStep({ ...site, isTrained }, block);
    steps.push(step);
    site = { ...site, input: step.output, isTrained };
  }
  return steps;
}

function shapeOf({ shape }: tf.SymbolicTensor): Shape | undefined {
  const sizes = shape.slice(1);
  if (sizes.some((size) => size === null)) return undefined;
  if (sizes.length === 1) return [1, 1, sizes[0]!];
  return sizes.length === 3 ? sizes as unknown as Shape : undefined;
}
