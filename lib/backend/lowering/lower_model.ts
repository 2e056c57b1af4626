/** Lowering, as compilers call it: from what tfjs states as layers to what the kernels compute.
 *
 * 1. layers → operations (`lower_layer.ts`, `operation.ts`), an activation being one of its own;
 * 2. cropping and scaling at the start → the form in which images enter (`input_form.ts`);
 * 3. the other operations → blocks (`blocks.ts`), each computed in one go.
 *
 * @module
 */

import type * as tf from "@tensorflow/tfjs";
import { type Block, blocksOf } from "./blocks.ts";
import { type InputForm, inputForm } from "./input_form.ts";
import { lowerLayer } from "./lower_layer.ts";
import type { Operation, Shape } from "./operation.ts";

/** A model as plans and predictors take it. */
export interface LoweredModel {
  readonly form: InputForm;
  readonly blocks: readonly Block[];
  /** Whether a softmax over classes follows the last block. */
  readonly endsInSoftmax: boolean;
}

/** Brings a model that is a chain of known layers down to blocks: layers → operations → how images
 * enter, and what is computed in one go.
 *
 * @param isLeftOut tells which layers do nothing here, as dropout in prediction; none by default
 * @returns `undefined` for any other model
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { lowerModel } from "@lib/backend/lowering/lower_model.ts";
 * import { deepStrictEqual } from "node:assert";
 *
 * await initBackend("wasm");
 * const layers = [
 *   tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: "relu" }),
 *   tf.layers.maxPooling2d({ poolSize: 2 }),
 *   tf.layers.flatten(),
 *   tf.layers.dense({ units: 10, activation: "softmax" }),
 * ];
 * const { form, blocks } = lowerModel(tf.sequential({ layers }))!;
 * deepStrictEqual(form.shape, [28, 28, 1]);
 * deepStrictEqual(blocks.map(({ kind }) => kind), ["convolution", "flatten", "dense"]);
 * ```
 */
export function lowerModel(
  model: tf.LayersModel,
  isLeftOut: (layer: tf.layers.Layer) => boolean = () => false,
): LoweredModel | undefined {
  const layers = layerChain(model)?.filter((layer) => !isLeftOut(layer));
  const from = shapeOf(model.inputs[0]);
  if (layers === undefined || from === undefined) return undefined;
  const operations: Operation[] = [];
  for (const layer of layers) {
    const own = lowerLayer(layer);
    if (own === undefined) return undefined;
    operations.push(...own);
  }
  const endsInSoftmax = operations.at(-1)?.kind === "softmax" && isOfClasses(model.outputs[0]);
  const { form, count } = inputForm(operations, from);
  const blocks = blocksOf(operations.slice(count, endsInSoftmax ? -1 : undefined));
  return blocks && { form, blocks, endsInSoftmax };
}

/** Whether an output is one vector of classes for each image, or for each column of one row. */
export function isOfClasses({ rank, shape }: tf.SymbolicTensor): boolean {
  return rank === 2 || rank === 4 && shape[1] === 1;
}

/** The layers of a model that is a plain chain, first to last, without the input layer.
 *
 * @returns `undefined` where a layer has several inputs or outputs, or is used twice
 */
function layerChain(model: tf.LayersModel): tf.layers.Layer[] | undefined {
  if (model.inputs.length !== 1 || model.outputs.length !== 1) return undefined;
  const layers: tf.layers.Layer[] = [];
  let tensor = model.outputs[0];
  while (tensor !== model.inputs[0]) {
    const layer = tensor.sourceLayer as tf.layers.Layer;
    if (tensor.inputs.length !== 1 || layers.includes(layer)) return undefined;
    layers.unshift(layer);
    tensor = tensor.inputs[0];
  }
  return layers;
}

/** Of one image or flat vector; `undefined` where a size is open, or the rank is another. */
function shapeOf({ shape }: tf.SymbolicTensor): Shape | undefined {
  const sizes = shape.slice(1);
  if (sizes.some((size) => size === null)) return undefined;
  if (sizes.length === 1) return [1, 1, sizes[0]!];
  return sizes.length === 3 ? sizes as unknown as Shape : undefined;
}
