import type * as tf from "@tensorflow/tfjs";
import type { Operation, Plain } from "./operation.ts";

type Config = Readonly<Record<string, unknown>>;
type Lower = (layer: tf.layers.Layer, config: Config) => Operation[] | undefined;

const lowerings: Readonly<Record<string, Lower>> = {
  InputLayer: () => [],
  Cropping2D: lowerCropping,
  Rescaling: (_, { scale, offset }) => [
    { kind: "rescale", scale: scale as number, offset: offset as number },
  ],
  Conv2D: lowerConvolution,
  MaxPooling2D: (_, config) => isHalving(config) ? [{ kind: "maxPool" }] : undefined,
  AveragePooling2D: (_, config) => isHalving(config) ? [{ kind: "averagePool" }] : undefined,
  BatchNormalization: lowerBatchNorm,
  ReLU: (_, { maxValue }) => isMissing(maxValue) ? [{ kind: "relu" }] : undefined,
  Activation: (_, { activation }) => activationOf(activation),
  Softmax: (_, { axis }) => axis === 1 || axis === -1 ? [{ kind: "softmax" }] : undefined,
  Flatten: (_, config) => isChannelsLast(config) ? [{ kind: "flatten" }] : undefined,
  Dense: lowerDense,
};

/** What a layer does, as operations that a plan knows.
 *
 * @returns `undefined` for any other layer, and for one with a regulariser, a constraint, or weights
 *   that are not trained
 */
export function lowerLayer(layer: tf.layers.Layer): Operation[] | undefined {
  const lower = Object.hasOwn(lowerings, layer.getClassName())
    ? lowerings[layer.getClassName()]
    : undefined;
  const config: Config = layer.getConfig();
  return lower === undefined || hasPenalty(config) ? undefined : lower(layer, config);
}

function lowerCropping(_: tf.layers.Layer, config: Config): Operation[] | undefined {
  if (!isChannelsLast(config)) return undefined;
  const [[top, bottom], [left, right]] = config.cropping as number[][];
  return [{ kind: "crop", top, left, bottom, right }];
}

function lowerConvolution(layer: tf.layers.Layer, config: Config): Operation[] | undefined {
  const [filter, bias] = layer.trainableWeights;
  const after = activationOf(config.activation);
  const isPlain = filter !== undefined && isChannelsLast(config) && after !== undefined &&
    (config.padding === "valid" || config.padding === "same") &&
    isAll(config.strides, 1) && isAll(config.dilationRate, 1);
  if (!isPlain) return undefined;
  return [{ kind: "convolution", filter, bias, isPadded: config.padding === "same" }, ...after];
}

function lowerBatchNorm(layer: tf.layers.Layer, config: Config): Operation[] | undefined {
  const [gamma, beta] = layer.trainableWeights;
  const [runningMean, runningVariance] = layer.nonTrainableWeights;
  const axes = (layer.input as tf.SymbolicTensor).rank;
  const isLast = config.axis === -1 || config.axis === axes - 1;
  if (beta === undefined || !isLast) return undefined; // without scale, centre, or training
  const [momentum, epsilon] = [config.momentum as number, config.epsilon as number];
  const weights = { gamma, beta, runningMean, runningVariance };
  return [{ kind: "batchNorm", ...weights, momentum, epsilon }];
}

function lowerDense(layer: tf.layers.Layer, config: Config): Operation[] | undefined {
  const [matrix, bias] = layer.trainableWeights;
  const after = activationOf(config.activation);
  const isFlat = (layer.input as tf.SymbolicTensor).rank === 2;
  if (matrix === undefined || after === undefined || !isFlat) return undefined;
  return [{ kind: "dense", matrix, bias }, ...after];
}

function activationOf(name: unknown): Plain[] | undefined {
  if (isMissing(name) || name === "linear") return [];
  return name === "relu" || name === "softmax" ? [{ kind: name }] : undefined;
}

function isHalving(config: Config): boolean {
  return isChannelsLast(config) && config.padding === "valid" &&
    isAll(config.poolSize, 2) && isAll(config.strides ?? config.poolSize, 2);
}

function isChannelsLast({ dataFormat }: Config): boolean {
  return isMissing(dataFormat) || dataFormat === "channelsLast";
}

function isAll(sizes: unknown, wanted: number): boolean {
  return [sizes ?? wanted].flat().every((size) => size === wanted);
}

function hasPenalty(config: Config): boolean {
  return Object.entries(config).some(([name, value]) =>
    /(Regularizer|Constraint)$/.test(name) && !isMissing(value)
  );
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}
