import type { Block } from "../../lowering/blocks.ts";
import { sizeOf } from "./arena.ts";
import type { PlanStep, Runtime, StepContext } from "./plan_step.ts";

/** A fully connected layer, `y = x · W + b`, with ReLU behind it where there is one.
 *
 *     dW = xᵀ · dy      dx = dy · Wᵀ      db = column sums of dy
 */
export function denseStep(
  { arena, input, trained }: StepContext,
  block: Extract<Block, { kind: "dense" }>,
): PlanStep {
  const { batch } = arena;
  const inputs = sizeOf(input.shape);
  const units = block.matrix.shape[1]!;
  const matrix = trained(block.matrix);
  const bias = block.bias === undefined ? undefined : trained(block.bias);
  const zeros = arena.floats(units); // the bias of a layer without one
  const output = arena.value([1, 1, units], true);
  const packed = arena.shared("packed", packedBytes(inputs, units));
  arena.shared("packed", packedBytes(units, inputs));
  arena.shared("packed", packedBytes(batch, units));
  const transposed = arena.shared("transposed", 4 * batch * inputs);

  return { output, forward, backward };

  function forward({ kernels }: Runtime, size: number): void {
    const [x, y] = [input.address, output.address];
    kernels.packMatrix(matrix.weight, packed.address, inputs, units, 0);
    kernels.gemm(x, inputs, packed.address, y, units, size, units, inputs, 0);
    if (bias === undefined && !block.relu) return;
    kernels.biasAdd(y, bias?.weight ?? zeros, y, size, units, block.relu ? 1 : 0);
  }

  function backward({ kernels }: Runtime, size: number): void {
    const dy = output.gradient!.address;
    if (block.relu) kernels.reluGradient(dy, output.address, dy, size * units);
    if (bias !== undefined) kernels.columnSums(dy, bias.gradient, size, units);
    kernels.transpose(input.address, transposed.address, size, inputs);
    kernels.packMatrix(dy, packed.address, size, units, 0);
    const [xT, dw] = [transposed.address, matrix.gradient];
    kernels.gemm(xT, size, packed.address, dw, units, inputs, units, size, 0);
    if (input.gradient === undefined) return;
    kernels.packMatrix(matrix.weight, packed.address, units, inputs, 1);
    const dx = input.gradient.address;
    kernels.gemm(dy, units, packed.address, dx, inputs, size, inputs, units, 0);
  }
}

/** Tiles are 16 columns wide, the last one filled up. */
function packedBytes(rows: number, columns: number): number {
  return 4 * rows * Math.ceil(columns / 16) * 16;
}
