import * as tf from "@tensorflow/tfjs";

/** Every optimiser that the page on the kernels names, anew for each model. */
export const optimiserCases: Readonly<Record<string, () => tf.Optimizer>> = {
  "sgd": () => tf.train.sgd(0.1),
  "momentum": () => tf.train.momentum(0.1, 0.9),
  "momentum, Nesterov": () => tf.train.momentum(0.1, 0.9, true),
  "adam": () => tf.train.adam(0.01),
  "adamax": () => tf.train.adamax(0.01),
  "adagrad": () => tf.train.adagrad(0.1),
  "adadelta": () => tf.train.adadelta(1, 0.95),
  "rmsprop": () => tf.train.rmsprop(0.01),
  "rmsprop, centred, with momentum": () => tf.train.rmsprop(0.01, 0.9, 0.5, 1e-7, true),
};
