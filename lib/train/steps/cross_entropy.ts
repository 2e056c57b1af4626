import * as tf from "@tensorflow/tfjs";

/** Mean cross-entropy of a batch, in nats, against smoothed labels (Szegedy et al., 2016,
 * https://arxiv.org/abs/1512.00567).
 *
 * @param logits `[batch, 10]`, unnormalised scores
 * @param oneHotLabels `[batch, 10]`, 1 at the right class, else 0
 * @param smoothing the share of the target that is spread evenly over the classes, 0 to 1
 * @returns a scalar; differentiable
 * @throws {RangeError} if the smoothing is not in 0 to 1
 */
export function crossEntropy(
  logits: tf.Tensor2D,
  oneHotLabels: tf.Tensor2D,
  smoothing = 0,
): tf.Scalar {
  if (!(smoothing >= 0 && smoothing <= 1)) {
    throw new RangeError(`Cannot smooth labels by ${smoothing}: must be 0 to 1`);
  }
  const [batch, classes] = logits.shape;
  const targets = oneHotLabels.mul(1 - smoothing).add(smoothing / classes);
  return tf.logSoftmax(logits).mul(targets).sum().div<tf.Scalar>(-batch);
}
