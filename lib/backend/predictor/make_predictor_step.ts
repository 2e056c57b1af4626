import { sizeOf } from "../plan/steps/arena.ts";
import type { Pool, Shape } from "../lowering/operation.ts";
import { packedMatrixBytes } from "../simd/module.ts";
import { affineOf, foldInto, type PredictorBlock } from "./fold_batch_norms.ts";
import { predictConvolution } from "./predict_convolution.ts";
import type { Located, PredictorContext, PredictorStep } from "./predictor_step.ts";

type Of<Kind extends PredictorBlock["kind"]> = Extract<PredictorBlock, { kind: Kind }>;

/** The step that computes a block. */
export function makePredictorStep(context: PredictorContext, block: PredictorBlock): PredictorStep {
  switch (block.kind) {
    case "convolution":
      return predictConvolution(context, block);
    case "dense":
      return predictDense(context, block);
    case "batchNorm":
      return predictBatchNorm(context, block);
    case "maxPool":
    case "averagePool":
      return predictPool(context, block);
    case "relu":
      return predictRelu(context);
    case "flatten": {
      const shape = [1, 1, sizeOf(context.input.shape)] as const;
      return { output: { ...context.input, shape }, run: () => {} };
    }
  }
}

/** A fully connected layer, with batch normalisation and ReLU behind it where there are any. */
function predictDense(
  { arena, input }: PredictorContext,
  block: Of<"dense">,
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

/** Batch normalisation that no other step took along. */
function predictBatchNorm(context: PredictorContext, block: Of<"batchNorm">): PredictorStep {
  const { input, arena } = context;
  const [height, width, c] = input.shape;
  const output = outputFor(context, input.shape);
  const [scale, shift] = [arena.floats(c), arena.floats(c)];
  return {
    output,
    load({ floats }, valuesOf): void {
      const affine = affineOf(block, valuesOf);
      floats.set(affine.scale, scale / 4);
      floats.set(affine.shift, shift / 4);
    },
    run({ kernels }, size): void {
      const [rows, relu] = [size * height * width, block.relu ? 1 : 0];
      kernels.batchNormInference(input.address, scale, shift, output.address, rows, c, relu);
    },
  };
}

function predictPool(context: PredictorContext, { kind }: Pool): PredictorStep {
  const { address, shape: [h, w, c] } = context.input;
  const output = outputFor(context, [h >> 1, w >> 1, c]);
  return {
    output,
    run({ kernels }, size): void {
      if (kind === "maxPool") kernels.maxPool2(address, output.address, 0, size, h, w, c);
      else kernels.averagePool2(address, output.address, size, h, w, c);
    },
  };
}

function predictRelu(context: PredictorContext): PredictorStep {
  const { address, shape: [h, w, c] } = context.input;
  const output = outputFor(context, context.input.shape);
  return {
    output,
    run: ({ kernels }, size) => kernels.biasAdd(address, 0, output.address, size * h * w, c, 1),
  };
}

function outputFor({ arena }: PredictorContext, shape: Shape): Located {
  return { address: arena.floats(arena.batch * sizeOf(shape)), shape };
}
