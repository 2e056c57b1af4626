import { sizeOf } from "../plan/steps/arena.ts";
import { packedMatrixBytes } from "../simd/module.ts";
import { affineOf } from "./affine_of.ts";
import type { PredictorBlock } from "./fold_batch_norms.ts";
import { foldInto } from "./fold_into.ts";
import type { PredictorContext, PredictorStep } from "./predictor_step.ts";

/** A fully connected layer, with batch normalisation and ReLU behind it where there are any. */
export function predictDense(
  { arena, input }: PredictorContext,
  block: Extract<PredictorBlock, { kind: "dense" }>,
): PredictorStep {
  const inputs = sizeOf(input.shape);
  const units = block.matrix.shape[1]!;
  const [matrix, bias] = [arena.floats(inputs * units), arena.floats(units)];
  const packed = arena.bytes(packedMatrixBytes(inputs, units));
  const output = { address: arena.floats(arena.batch * units), shape: [1, 1, units] as const };
  return {
    output,
    load({ kernels, floats }, valuesOf): void {
      let weights = valuesOf(block.matrix);
      let offsets = block.bias === undefined ? new Float32Array(units) : valuesOf(block.bias);
      if (block.batchNorm !== undefined) {
        ({ weights, offsets } = foldInto(weights, offsets, affineOf(block.batchNorm, valuesOf)));
      }
      floats.set(weights, matrix / 4);
      floats.set(offsets, bias / 4);
      kernels.packMatrix(matrix, packed, inputs, units, 0);
    },
    run({ kernels }, size): void {
      const y = output.address;
      kernels.gemm(input.address, inputs, packed, y, units, size, units, inputs, 0);
      kernels.biasAdd(y, bias, y, size, units, block.relu ? 1 : 0);
    },
  };
}
