import { sizeOf } from "../plan/layout.ts";
import type { Pool, Shape } from "../plan/operation.ts";
import { affineOf } from "./affine_of.ts";
import type { PredictorBlock } from "./fold_batch_norms.ts";
import { predictConvolution } from "./predict_convolution.ts";
import { predictDense } from "./predict_dense.ts";
import type { Place, PredictorSite, PredictorStep } from "./predictor_step.ts";

type Of<Kind extends PredictorBlock["kind"]> = Extract<PredictorBlock, { kind: Kind }>;

/** The step that computes a block. */
export function makePredictorStep(site: PredictorSite, block: PredictorBlock): PredictorStep {
  switch (block.kind) {
    case "convolution":
      return predictConvolution(site, block);
    case "dense":
      return predictDense(site, block);
    case "batchNorm":
      return predictBatchNorm(site, block);
    case "maxPool":
    case "averagePool":
      return predictPool(site, block);
    case "relu":
      return predictRelu(site);
    case "flatten": {
      const shape = [1, 1, sizeOf(site.input.shape)] as const;
      return { output: { ...site.input, shape }, run: () => {} };
    }
  }
}

/** Batch normalisation that no other step took along. */
function predictBatchNorm(site: PredictorSite, block: Of<"batchNorm">): PredictorStep {
  const { input, layout } = site;
  const [height, width, c] = input.shape;
  const output = placeFor(site, input.shape);
  const [scale, shift] = [layout.floats(c), layout.floats(c)];
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

function predictPool(site: PredictorSite, { kind }: Pool): PredictorStep {
  const { address, shape: [h, w, c] } = site.input;
  const output = placeFor(site, [h >> 1, w >> 1, c]);
  return {
    output,
    run({ kernels }, size): void {
      if (kind === "maxPool") kernels.maxPool2(address, output.address, 0, size, h, w, c);
      else kernels.averagePool2(address, output.address, size, h, w, c);
    },
  };
}

function predictRelu(site: PredictorSite): PredictorStep {
  const { address, shape: [h, w, c] } = site.input;
  const output = placeFor(site, site.input.shape);
  return {
    output,
    run: ({ kernels }, size) => kernels.biasAdd(address, 0, output.address, size * h * w, c, 1),
  };
}

function placeFor({ layout }: PredictorSite, shape: Shape): Place {
  return { address: layout.floats(layout.batch * sizeOf(shape)), shape };
}
