/** Multiply-adds of a forward pass, by the formula of a convolution or a dense layer: each weight is used
 * once at each pixel of the output. Winograd's method needs fewer.
 *
 * @param kernel shape of the weights: `[height, width, channels, filters]` or `[inputs, units]`
 * @param pixels of one output image, before any pooling; 1 of a dense layer
 *
 * @example
 * ```ts
 * import { multiplyAdds } from "@lib/backend/lowering/multiply_adds.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(multiplyAdds([3, 3, 1, 8], 20 * 20), 28_800);
 * ```
 */
export function multiplyAdds(kernel: readonly (number | null)[], pixels: number): number {
  return kernel.reduce<number>((product, size) => product * size!, pixels);
}
