/** A weight of a layer, as far as a plan needs it: `tf.LayerVariable` fits, and so does what is left of
 * one that was sent to a worker. */
export interface Weight {
  readonly id: number;
  readonly shape: readonly (number | null)[];
}

/** Height, width and channels of one image, or 1, 1 and the number of values of a flat one. */
export type Shape = readonly [height: number, width: number, channels: number];

/** Cuts rows and columns off the border. */
export interface Crop {
  readonly kind: "crop";
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `x · scale + offset`. */
export interface Rescale {
  readonly kind: "rescale";
  readonly scale: number;
  readonly offset: number;
}

/** A convolution of stride 1. */
export interface Convolution {
  readonly kind: "convolution";
  /** `[height, width, channels, filters]` */
  readonly filter: Weight;
  /** `[filters]` */
  readonly bias: Weight | undefined;
  /** Whether the border is padded so that the output is as large as the input. */
  readonly isPadded: boolean;
}

/** Pooling over 2×2 pixels, stride 2; an odd last row or column is dropped. */
export interface Pool {
  readonly kind: "maxPool" | "averagePool";
}

/** Batch normalisation over all axes but the channels. */
export interface BatchNorm {
  readonly kind: "batchNorm";
  readonly gamma: Weight;
  readonly beta: Weight;
  readonly runningMean: Weight;
  readonly runningVariance: Weight;
  /** Share of the running averages that a step keeps. */
  readonly momentum: number;
  readonly epsilon: number;
}

/** A fully connected layer on flat values. */
export interface Dense {
  readonly kind: "dense";
  /** `[inputs, units]` */
  readonly matrix: Weight;
  /** `[units]` */
  readonly bias: Weight | undefined;
}

/** What has no numbers of its own. */
export interface Plain {
  readonly kind: "relu" | "flatten" | "softmax";
}

/** What a layer does, freed of how tfjs states it; an activation is an operation of its own. */
export type Operation = Crop | Rescale | Convolution | Pool | BatchNorm | Dense | Plain;
