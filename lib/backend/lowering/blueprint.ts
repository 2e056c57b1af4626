/** The last form of a model before memory is given to it: blocks and the shapes of weights, no values.
 *
 * @module
 */

import type * as tf from "@tensorflow/tfjs";
import type { Block } from "./blocks.ts";
import type { InputForm } from "./input_form.ts";
import type { Weight } from "./operation.ts";
import { isOfClasses, lowerModel } from "./lower_model.ts";

/** A model as a plan needs it: plain data, without its weights' values, which may be sent to a
 * worker. */
export interface Blueprint {
  readonly form: InputForm;
  readonly blocks: readonly Block[];
  /** Whether the model's last layer is a softmax, which is not a block. */
  readonly endsInSoftmax: boolean;
  /** The model's `trainableWeights`, in their order. */
  readonly trained: readonly Weight[];
  /** The model's `nonTrainableWeights`, in their order. */
  readonly averaged: readonly Weight[];
}

/** The blueprint of a model that is a chain of layers which plans know; see `compilePlan`.
 *
 * @returns `undefined` for any other model
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { blueprintOf } from "@lib/backend/lowering/blueprint.ts";
 * import { deepStrictEqual, strictEqual } from "node:assert";
 *
 * await initBackend("wasm");
 * const layer = tf.layers.dense({ inputShape: [4], units: 3, activation: "softmax" });
 * const { blocks, endsInSoftmax, trained } = blueprintOf(tf.sequential({ layers: [layer] }))!;
 * deepStrictEqual(blocks.map(({ kind }) => kind), ["dense"]);
 * strictEqual(endsInSoftmax, true);
 * deepStrictEqual(trained.map(({ shape }) => shape), [[4, 3], [3]]); // matrix and bias
 * ```
 */
export function blueprintOf(model: tf.LayersModel): Blueprint | undefined {
  const lowered = lowerModel(model);
  if (lowered === undefined || !isTrained(lowered.blocks, model)) return undefined;
  const { form, blocks, endsInSoftmax } = lowered;
  return {
    ...{ form, blocks: blocks.map(asPlainData), endsInSoftmax },
    trained: model.trainableWeights.map(plainWeight),
    averaged: model.nonTrainableWeights.map(plainWeight),
  };
}

/** The weights that a block trains. */
export function weightsOf(block: Block): Weight[] {
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

/** Whether the end is a flat vector, or one row of columns, of at most 256 classes, and the blocks train
 * exactly the model's weights. */
function isTrained(blocks: readonly Block[], model: tf.LayersModel): boolean {
  const found = new Set(blocks.flatMap(weightsOf).map(({ id }) => id));
  const wanted = model.trainableWeights;
  const [output] = model.outputs;
  return wanted.length > 0 && wanted.length === found.size &&
    wanted.every(({ id }) => found.has(id)) &&
    isOfClasses(output) && output.shape[output.rank - 1]! <= 256;
}

/** A block whose weights, tfjs's own objects so far, are plain data. */
function asPlainData(block: Block): Block {
  const entries = Object.entries(block).map(([name, value]) => [
    name,
    typeof value === "object" ? plainWeight(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function plainWeight({ id, shape }: Weight): Weight {
  return { id, shape };
}
