import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import { imageSide } from "@lib/image/digit_size.ts";

/** The network of the cutter: that of a classifier with one more channel, 196,795 trainable parameters if it is made
 * of the shipped one. It begins with the classifier's weights, and with zeros for what is new: untrained, it says of
 * a candidate what the classifier says, whatever is around it.
 *
 * @param classifier takes `[batch, 28, 28, 1]`, pixels 0 to 1, gives `[batch, 11]` probabilities
 * @returns takes `[batch, 28, 28, 2]`
 */
export async function cutterNetwork(classifier: LayersModel): Promise<LayersModel> {
  const topology = JSON.parse(JSON.stringify(classifier.toJSON(null, false)), (key, value) => {
    const isInput = key === "batch_input_shape" || key === "batchInputShape";
    return isInput ? [null, imageSide, imageSide, 2] : value;
  });
  const model = await tf.models.modelFromJSON({ modelTopology: topology });
  const weights = classifier.getWeights().map((weight, i) => {
    const { shape } = model.weights[i];
    if (shape.join() === weight.shape.join()) return weight;
    return tf.concat([weight, tf.zerosLike(weight)], 2); // the filters of the first convolution
  });
  model.setWeights(weights);
  return model;
}
