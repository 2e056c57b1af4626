/** The algorithms by which the SIMD kernels compute a convolution of stride 1. */
export type ConvolutionAlgorithmName = "direct" | "winograd";

/** Fewest channels, in and out, at which Winograd's convolution pays. Its time over that of the direct
 * one, for the forward pass, the gradient to the filter and that to the input (`deno task bench
 * algorithms`, 32 images of 12 × 12 pixels, one core): 1.50, 0.96, 0.66 at 4 channels; 1.07, 0.82, 0.72
 * at 8; 0.73, 0.59, 0.60 at 16; 0.59, 0.52, 0.53 at 32. With a lower limit prediction becomes slower,
 * with a higher one training does. */
const leastChannels = 8;

/** Which algorithm computes a convolution: the one rule for training plans, predictors and the kernels
 * that tfjs calls.
 *
 * Winograd's F(2 × 2, 3 × 3) (Lavin and Gray, 2015, https://arxiv.org/abs/1509.09308) takes 2.25 times
 * fewer multiplications, but transforms images and filters; its kernels take multiples of four channels.
 * `winogradTile` says where it goes by the larger tiles of F(4 × 4, 3 × 3).
 *
 * @param kh rows of the filter
 * @param kw columns of the filter
 * @param channels in and out
 *
 * @example
 * ```ts
 * import { convolutionAlgorithm } from "@lib/backend/lowering/convolution_algorithm.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(convolutionAlgorithm(3, 3, [16, 32]), "winograd");
 * strictEqual(convolutionAlgorithm(5, 5, [16, 32]), "direct");
 * strictEqual(convolutionAlgorithm(3, 3, [1, 32]), "direct"); // a first layer
 * ```
 */
export function convolutionAlgorithm(
  kh: number,
  kw: number,
  channels: readonly [input: number, output: number],
): ConvolutionAlgorithmName {
  const isTaken = channels.every((count) => count % 4 === 0 && count >= leastChannels);
  return kh === 3 && kw === 3 && isTaken ? "winograd" : "direct";
}
