import type { LayersModel } from "../backend/layers_model.ts";

/** The weights of a model one after another, as its blueprint has them: those that are trained first. */
export function weightsOf(model: LayersModel): Float32Array<ArrayBuffer> {
  const weights = [...model.trainableWeights, ...model.nonTrainableWeights];
  const values = weights.map((weight) => weight.read().dataSync<"float32">());
  const all = new Float32Array(values.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const each of values) {
    all.set(each, from);
    from += each.length;
  }
  return all;
}
