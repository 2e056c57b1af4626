import type * as tf from "@tensorflow/tfjs";

/** The layers of a model that is a plain chain, first to last, without the input layer.
 *
 * @returns `undefined` where a layer has several inputs or outputs, or is used twice
 */
export function layerChain(model: tf.LayersModel): tf.layers.Layer[] | undefined {
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
