import type { Block } from "./blocks.ts";
import type { Shape } from "./operation.ts";

/** Multiply-adds of a block's forward pass for one image, as its formula has them: the sums over the
 * taps of a filter, or over the inputs of a dense layer. Winograd's method needs fewer.
 *
 * @param input what the block is given
 * @returns 0 for blocks without such sums
 */
export function multiplyAdds(block: Block, [height, width, channels]: Shape): number {
  if (block.kind === "dense") return height * width * channels * block.matrix.shape[1]!;
  if (block.kind !== "convolution") return 0;
  const [kh, kw, from, to] = block.filter.shape as number[];
  const [oh, ow] = block.isPadded ? [height, width] : [height - kh + 1, width - kw + 1];
  return oh * ow * kh * kw * from * to;
}
