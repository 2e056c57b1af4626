import type * as tf from "@tensorflow/tfjs";
import { type Block, blocksOf } from "./blocks.ts";
import { type InputForm, inputForm } from "./input_form.ts";
import { layerChain } from "./layer_chain.ts";
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

/** Of one image or flat vector; `undefined` where a size is open, or the rank is another. */
function shapeOf({ shape }: tf.SymbolicTensor): Shape | undefined {
  const sizes = shape.slice(1);
  if (sizes.some((size) => size === null)) return undefined;
  if (sizes.length === 1) return [1, 1, sizes[0]!];
  return sizes.length === 3 ? sizes as unknown as Shape : undefined;
}
