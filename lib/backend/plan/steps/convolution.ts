import type { SimdKernels } from "../../simd/module.ts";
import type { Region } from "./arena.ts";
import type { Trained } from "./plan_step.ts";

/** Sizes and addresses of a convolution whose input is padded already. */
export interface Convolution {
  readonly h: number;
  readonly w: number;
  /** Channels in and out. */
  readonly C: number;
  readonly O: number;
  readonly kh: number;
  readonly kw: number;
  /** Output pixels before pooling. */
  readonly oh: number;
  readonly ow: number;
  readonly x: number;
  readonly y: number;
  /** 0 where nothing is pooled. */
  readonly argmax: number;
  /** Gradient to the output, after pooling. */
  readonly dy: Region;
  readonly filter: Trained;
  /** 0 where there is none. */
  readonly bias: number;
  readonly relu: 0 | 1;
}

/** One way to compute a convolution. */
export interface ConvolutionAlgorithm {
  /** Computes `y`, and `argmax` where it is pooled. */
  forward(kernels: SimdKernels, size: number): void;
  /** Computes the gradient to the filter and to the input, from `dy` that ReLU has cut already
   * where nothing is pooled.
   * @param dx where the gradient to the input goes; 0 where it is not wanted */
  backward(kernels: SimdKernels, size: number, dx: number): void;
}
