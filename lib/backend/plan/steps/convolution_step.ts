import type { Block } from "../../lowering/blocks.ts";
import { sizeOf } from "./arena.ts";
import type { Shape } from "../../lowering/operation.ts";
import type { PlanStep, Runtime, StepContext } from "./plan_step.ts";
import {
  type Convolution,
  directConvolution,
  padImage,
  winogradConvolution,
} from "./convolution.ts";
import { convolutionAlgorithm } from "../../lowering/convolution_algorithm.ts";

/** A convolution of stride 1, with bias, ReLU and 2×2 max pool where there are any.
 *
 *     input ─ pad ─→ x ─ filter, bias, ReLU, pool ─→ output     (one pass, the image before
 *                                                                pooling is never written)
 */
export function convolutionStep(
  { arena, input, trained }: StepContext,
  block: Extract<Block, { kind: "convolution" }>,
): PlanStep {
  const [kh, kw, C, O] = block.filter.shape as number[];
  const padding = block.isPadded ? padImage(arena, input.shape, kh, kw) : undefined;
  const [h, w] = padding?.shape ?? input.shape;
  const [oh, ow] = [h - kh + 1, w - kw + 1];
  const shape: Shape = block.pool ? [oh >> 1, ow >> 1, O] : [oh, ow, O];
  const output = arena.value(shape, true);
  const argmax = block.pool ? arena.bytes(arena.batch * sizeOf(shape)) : 0;
  const bias = block.bias === undefined ? undefined : trained(block.bias);
  const convolution: Convolution = {
    ...{ h, w, C, O, kh, kw, oh, ow, argmax },
    x: padding?.address ?? input.address,
    y: output.address,
    dy: output.gradient!,
    filter: trained(block.filter),
    bias: bias?.weight ?? 0,
    relu: block.relu ? 1 : 0,
  };
  const compute = convolutionAlgorithm(kh, kw, [C, O]) === "winograd"
    ? winogradConvolution
    : directConvolution;
  const algorithm = compute(arena, convolution);
  const dx = input.gradient !== undefined && padding !== undefined
    ? arena.shared("padded gradient", 4 * arena.batch * sizeOf(padding.shape))
    : input.gradient;

  return { output, forward, backward };

  function forward({ kernels }: Runtime, size: number): void {
    if (padding !== undefined) {
      const { address, margins } = padding;
      kernels.padImages(input.address, address, size, ...input.shape, ...margins);
    }
    algorithm.forward(kernels, size);
  }

  function backward({ kernels }: Runtime, size: number): void {
    const dy = output.gradient!.address;
    const rows = size * shape[0] * shape[1];
    if (block.pool) {
      if (bias !== undefined) kernels.pooledBiasGradient(dy, argmax, bias.gradient, rows, O);
    } else {
      if (block.relu) kernels.reluGradient(dy, output.address, dy, rows * O);
      if (bias !== undefined) kernels.columnSums(dy, bias.gradient, rows, O);
    }
    algorithm.backward(kernels, size, dx?.address ?? 0);
    if (input.gradient === undefined || padding === undefined) return;
    const [top, left] = padding.margins;
    const [height, width] = input.shape;
    kernels.cropImages(
      ...[dx!.address, input.gradient.address, size, ...padding.shape] as const,
      ...[top, left, height, width] as const,
    );
  }
}
