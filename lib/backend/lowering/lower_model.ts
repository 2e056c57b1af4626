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
  const endsInSoftmax = operations.at(-1)?.kind === "softmax" && model.outputs[0].rank === 2;
  const { form, count } = inputForm(operations, from);
  const blocks = blocksOf(operations.slice(count, endsInSoftmax ? -1 : undefined));
  return blocks && { form, blocks, endsInSoftmax };
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
