import * as tf from "@tensorflow/tfjs";

/** A tiny model around one layer, and what it takes. */
export interface LayerCase {
  readonly model: () => tf.LayersModel;
  /** Below this whole number its inputs are drawn; without it, they are from the normal distribution. */
  readonly below?: number;
  /** Whether nothing asks for the gradient to its inputs, as where they are data. */
  readonly isData?: boolean;
  /** What tfjs's error says where it cannot be trained. */
  readonly throws?: string;
}

const { layers: L } = tf;

/** A model that is a chain of layers, with a dense one behind them: so there are weights to train. */
function chain(inputShape: number[], ...layers: tf.layers.Layer[]): LayerCase {
  const all = [L.inputLayer({ inputShape }), ...layers, L.dense({ units: 2 })];
  return { model: () => tf.sequential({ layers: all }) };
}

/** A model that merges what two dense layers make of one input. */
function merged(merge: () => tf.layers.Layer): LayerCase {
  const model = (): tf.LayersModel => {
    const input = tf.input({ shape: [3, 4] });
    const branches = [2, 2].map((units) => L.dense({ units }).apply(input) as tf.SymbolicTensor);
    return tf.model({ inputs: input, outputs: merge().apply(branches) as tf.SymbolicTensor });
  };
  return { model };
}

const same = { padding: "same" } as const;

/** Every layer that the page on the kernels names, by its class name and what is special about it. */
export const layerCases: Readonly<Record<string, () => LayerCase>> = {
  "Dense": () => chain([5], L.dense({ units: 4, activation: "tanh" })),
  "Conv1D": () => chain([7, 3], L.conv1d({ filters: 4, kernelSize: 3, strides: 2 })),
  "Conv1D, same": () => chain([7, 3], L.conv1d({ filters: 4, kernelSize: 3, ...same })),
  "Conv2D": () => chain([7, 6, 2], L.conv2d({ filters: 4, kernelSize: 3 })),
  "Conv2D, same, strides 2": () =>
    chain([7, 6, 2], L.conv2d({ filters: 3, kernelSize: [3, 2], strides: 2, ...same })),
  "Conv2D, dilated": () => ({
    ...chain([7, 8, 2], L.conv2d({ filters: 3, kernelSize: 3, dilationRate: 2 })),
    throws: "dilation rates greater than 1 are not yet supported in gradients",
  }),
  "Conv2D, channels first": () =>
    chain([2, 6, 6], L.conv2d({ filters: 3, kernelSize: 3, dataFormat: "channelsFirst" })),
  "SeparableConv2D": () =>
    chain([6, 6, 2], L.separableConv2d({ filters: 3, kernelSize: 3, depthMultiplier: 2 })),
  "DepthwiseConv2D": () =>
    chain([6, 6, 3], L.depthwiseConv2d({ kernelSize: 3, strides: 2, depthMultiplier: 2, ...same })),
  "DepthwiseConv2D, strides longer than the filter": () =>
    chain([7, 7, 2], L.depthwiseConv2d({ kernelSize: 2, strides: 3, ...same })),
  "Conv2DTranspose": () =>
    chain([4, 3, 2], L.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2, ...same })),
  "Conv3D": () => chain([4, 5, 4, 2], L.conv3d({ filters: 3, kernelSize: 2 })),
  "Conv3D, same, strides 2": () =>
    chain([4, 5, 4, 2], L.conv3d({ filters: 3, kernelSize: 3, strides: 2, ...same })),
  "Conv3DTranspose": () => ({
    ...chain([3, 3, 3, 2], L.conv3dTranspose({ filters: 2, kernelSize: 2 })),
    throws: "gradient function not found for Conv3DBackpropInputV2",
  }),
  "MaxPooling1D": () => chain([8, 3], L.maxPooling1d({ poolSize: 2 })),
  "MaxPooling2D": () => chain([6, 7, 3], L.maxPooling2d({ poolSize: 2 })),
  "MaxPooling2D, same, overlapping": () =>
    chain([6, 7, 2], L.maxPooling2d({ poolSize: 3, strides: 2, ...same })),
  "AveragePooling1D": () => chain([8, 3], L.averagePooling1d({ poolSize: 3, ...same })),
  "AveragePooling2D": () => chain([6, 7, 3], L.averagePooling2d({ poolSize: 2 })),
  "AveragePooling2D, same": () =>
    chain([5, 7, 2], L.averagePooling2d({ poolSize: 3, strides: 2, ...same })),
  "MaxPooling3D": () => chain([4, 4, 4, 2], L.maxPooling3d({ poolSize: 2 })),
  "AveragePooling3D": () => chain([4, 4, 4, 2], L.averagePooling3d({ poolSize: 2 })),
  "GlobalMaxPooling2D": () => chain([4, 5, 3], L.globalMaxPooling2d({})),
  "GlobalAveragePooling1D": () => chain([6, 3], L.globalAveragePooling1d({})),
  "GlobalAveragePooling2D": () => chain([4, 5, 3], L.globalAveragePooling2d({})),
  "BatchNormalization": () => chain([4, 5, 3], L.batchNormalization()),
  "LayerNormalization": () => chain([3, 6], L.layerNormalization()),
  "Dropout": () => chain([6], L.dropout({ rate: 0.4, seed: 7 })),
  "SpatialDropout1D": () => chain([5, 4], L.spatialDropout1d({ rate: 0.4, seed: 7 })),
  "Embedding": () => ({
    ...chain([4], L.embedding({ inputDim: 6, outputDim: 3 })),
    below: 6,
    isData: true,
  }),
  "SimpleRNN": () => chain([4, 3], L.simpleRNN({ units: 3, returnSequences: true })),
  "LSTM": () => chain([4, 3], L.lstm({ units: 3 })),
  "GRU": () => chain([4, 3], L.gru({ units: 3 })),
  "Bidirectional": () =>
    chain([4, 3], L.bidirectional({ layer: L.lstm({ units: 2 }) as never, mergeMode: "concat" })),
  "TimeDistributed": () => chain([4, 3], L.timeDistributed({ layer: L.dense({ units: 2 }) })),
  "ConvLSTM2D": () => chain([3, 4, 4, 2], L.convLstm2d({ filters: 2, kernelSize: 2 })),
  "Flatten": () => chain([3, 4, 2], L.flatten()),
  "Reshape": () => chain([3, 4], L.reshape({ targetShape: [2, 6] })),
  "Permute": () => chain([3, 4], L.permute({ dims: [2, 1] })),
  "RepeatVector": () => chain([4], L.repeatVector({ n: 3 })),
  "Masking": () => ({
    ...chain([4, 3], L.masking({ maskValue: 0 }), L.simpleRNN({ units: 2 })),
    below: 2,
    isData: true,
  }),
  "Masking, behind another layer": () => ({
    ...chain([4, 3], L.dense({ units: 3 }), L.masking({ maskValue: 0 })),
    throws: "gradient function not found for Any",
  }),
  "Concatenate": () => merged(() => L.concatenate()),
  "Add": () => merged(() => L.add()),
  "Multiply": () => merged(() => L.multiply()),
  "Average": () => merged(() => L.average()),
  "Maximum": () => merged(() => L.maximum()),
  "Minimum": () => merged(() => L.minimum()),
  "Dot": () => merged(() => L.dot({ axes: 2, normalize: true })),
  "ZeroPadding2D": () => chain([3, 4, 2], L.zeroPadding2d({ padding: 1 })),
  "Cropping2D": () => chain([5, 6, 2], L.cropping2D({ cropping: [[1, 0], [1, 2]] })),
  "UpSampling2D, nearest": () =>
    chain([3, 4, 2], L.upSampling2d({ size: [2, 3], interpolation: "nearest" })),
  "UpSampling2D, bilinear": () =>
    chain([3, 4, 2], L.upSampling2d({ size: [2, 3], interpolation: "bilinear" })),
  "Rescaling": () => chain([3, 4], L.rescaling({ scale: 0.5, offset: 1 })),
  "PReLU": () => chain([4, 3], L.prelu({ sharedAxes: [1] })),
  "Activation": () => chain([6], L.activation({ activation: "tanh" })),
  "ReLU": () => chain([6], L.reLU()),
  "LeakyReLU": () => chain([6], L.leakyReLU()),
  "ELU": () => chain([6], L.elu()),
  "ThresholdedReLU": () => ({
    ...chain([6], L.dense({ units: 6 }), L.thresholdedReLU({ theta: 0.3 })),
    throws: "gradient function not found for Greater",
  }),
  "Softmax": () => chain([3, 6], L.softmax({ axis: -1 })),
};

/** Every activation by its name in tfjs. */
export const activationCases: Readonly<Record<string, () => LayerCase>> = Object.fromEntries(
  ([
    ...["elu", "gelu", "gelu_new", "hardSigmoid", "linear", "mish", "relu", "relu6", "selu"],
    ...["sigmoid", "softmax", "softplus", "softsign", "swish", "tanh"],
  ] as Parameters<typeof L.activation>[0]["activation"][]).map((activation) => [
    activation,
    () => chain([5], L.dense({ units: 6 }), L.activation({ activation })),
  ]),
);
