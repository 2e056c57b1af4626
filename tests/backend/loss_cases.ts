import * as tf from "@tensorflow/tfjs";

/** What a loss compares. */
export interface LossCase {
  /** As `compile` takes it. */
  readonly loss: string | ((labels: tf.Tensor, predictions: tf.Tensor) => tf.Tensor);
  /** Activation of the model's last layer. */
  readonly output: "linear" | "sigmoid" | "softmax";
  /** Labels of a batch of four for three outputs. */
  readonly labels: () => tf.Tensor;
}

const fractions = (): tf.Tensor =>
  tf.tensor2d([0.2, 1.7, -0.4, 2, 0.6, -1.1, 0.9, -2.2, 1.3, 0.5, -0.7, 1.9], [4, 3]);
const positive = (): tf.Tensor => fractions().abs();
const oneHot = (): tf.Tensor => tf.tensor2d([0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0], [4, 3]);
const bits = (): tf.Tensor => tf.tensor2d([0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0], [4, 3]);
const signs = (): tf.Tensor => bits().mul(2).sub(1);
const shares = (): tf.Tensor =>
  tf.tensor2d([0.1, 0.6, 0.3, 0.5, 0.3, 0.2, 0.2, 0.1, 0.7, 0.8, 0.1, 0.1], [4, 3]);
const indices = (): tf.Tensor => tf.tensor2d([[1], [0], [2], [0]]);

/** Every loss that the page on the kernels names: of `compile` by name, of `tf.losses` as functions. */
export const lossCases: Readonly<Record<string, LossCase>> = {
  "meanSquaredError": { loss: "meanSquaredError", output: "linear", labels: fractions },
  "meanAbsoluteError": { loss: "meanAbsoluteError", output: "linear", labels: fractions },
  "meanAbsolutePercentageError": {
    loss: "meanAbsolutePercentageError",
    output: "linear",
    labels: fractions,
  },
  "meanSquaredLogarithmicError": {
    loss: "meanSquaredLogarithmicError",
    output: "sigmoid",
    labels: positive,
  },
  "categoricalCrossentropy": { loss: "categoricalCrossentropy", output: "softmax", labels: oneHot },
  "sparseCategoricalCrossentropy": {
    loss: "sparseCategoricalCrossentropy",
    output: "softmax",
    labels: indices,
  },
  "binaryCrossentropy": { loss: "binaryCrossentropy", output: "sigmoid", labels: bits },
  "hinge": { loss: "hinge", output: "linear", labels: signs },
  "squaredHinge": { loss: "squaredHinge", output: "linear", labels: signs },
  "categoricalHinge": { loss: "categoricalHinge", output: "linear", labels: oneHot },
  "logcosh": { loss: "logcosh", output: "linear", labels: fractions },
  "kullbackLeiblerDivergence": {
    loss: "kullbackLeiblerDivergence",
    output: "softmax",
    labels: shares,
  },
  "poisson": { loss: "poisson", output: "sigmoid", labels: positive },
  "cosineProximity": { loss: "cosineProximity", output: "linear", labels: fractions },
  "tf.losses.absoluteDifference": {
    loss: (y, p) => tf.losses.absoluteDifference(y, p),
    output: "linear",
    labels: fractions,
  },
  "tf.losses.cosineDistance": {
    loss: (y, p) => tf.losses.cosineDistance(y, p, 1),
    output: "linear",
    labels: fractions,
  },
  "tf.losses.hingeLoss": {
    loss: (y, p) => tf.losses.hingeLoss(y, p),
    output: "linear",
    labels: bits,
  },
  "tf.losses.huberLoss": {
    loss: (y, p) => tf.losses.huberLoss(y, p),
    output: "linear",
    labels: fractions,
  },
  "tf.losses.logLoss": { loss: (y, p) => tf.losses.logLoss(y, p), output: "sigmoid", labels: bits },
  "tf.losses.meanSquaredError": {
    loss: (y, p) => tf.losses.meanSquaredError(y, p),
    output: "linear",
    labels: fractions,
  },
  "tf.losses.sigmoidCrossEntropy": {
    loss: (y, p) => tf.losses.sigmoidCrossEntropy(y, p),
    output: "linear",
    labels: bits,
  },
  "tf.losses.softmaxCrossEntropy": {
    loss: (y, p) => tf.losses.softmaxCrossEntropy(y, p),
    output: "linear",
    labels: oneHot,
  },
};
