import { sum } from "@lib/base/statistics.ts";
import type * as tf from "@tensorflow/tfjs";

/** Multiply-adds that the forward pass of a model takes for one image, by the formulas of its
 * convolutions and dense layers: each weight of a filter is used once for each pixel that comes out,
 * each weight of a dense layer once. */
export function multiplyAdds(model: tf.LayersModel): number {
  const counts = model.layers.map((layer): number => {
    const [kernel] = layer.getWeights();
    if (kernel === undefined || kernel.rank < 2) return 0;
    const [, height, width] = kernel.rank === 4 ? layer.outputShape as number[] : [0, 1, 1];
    return height * width * kernel.size;
  });
  return sum(counts);
}
