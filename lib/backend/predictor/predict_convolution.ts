import { sizeOf } from "../plan/steps/arena.ts";
import type { Shape } from "../lowering/operation.ts";
import { padImage } from "../plan/steps/convolution.ts";
import { convolutionAlgorithm } from "../lowering/convolution_algorithm.ts";
import { affineOf, foldInto, type PredictorBlock } from "./fold_batch_norms.ts";
import { packDirect, packWinograd } from "./packed_convolution.ts";
import type {
  PredictorContext,
  PredictorRuntime,
  PredictorStep,
  ValuesOf,
} from "./predictor_step.ts";

/** A convolution of stride 1, with 2×2 max pool, batch normalisation and ReLU where there are any, in
 * one pass:
 *
 *     pool(x ∗ filter + bias) · scale + shift  =  pool(x ∗ (filter · scale) + (bias · scale + shift))
 *
 * That holds while no scale is negative: the largest would become the smallest. Where there is a pool
 * and a negative scale, the normalisation comes after it, in a pass of its own.
 */
export function predictConvolution(
  { arena, input }: PredictorContext,
  block: Extract<PredictorBlock, { kind: "convolution" }>,
): PredictorStep {
  const [kh, kw, C, O] = block.filter.shape as number[];
  const padding = block.isPadded ? padImage(arena, input.shape, kh, kw) : undefined;
  const [h, w] = padding?.shape ?? input.shape;
  const [oh, ow] = [h - kh + 1, w - kw + 1];
  const shape: Shape = block.pool ? [oh >> 1, ow >> 1, O] : [oh, ow, O];
  const output = { address: arena.floats(arena.batch * sizeOf(shape)), shape };
  const [filter, bias] = [arena.floats(kh * kw * C * O), arena.floats(O)];
  const [scale, shift] = [arena.floats(O), arena.floats(O)];
  const sizes = { h, w, C, O, kh, kw, oh, ow };
  const pack = convolutionAlgorithm(kh, kw, [C, O]) === "winograd" ? packWinograd : packDirect;
  const convolution = pack(arena, {
    ...{ sizes, filter, bias, y: output.address, isPooled: block.pool },
    x: padding?.address ?? input.address,
  });
  let isApart = false;

  return { output, load, run };

  function load({ kernels, floats }: PredictorRuntime, valuesOf: ValuesOf): void {
    const weights = valuesOf(block.filter);
    const offsets = block.bias === undefined ? new Float32Array(O) : valuesOf(block.bias);
    const affine = block.batchNorm === undefined ? undefined : affineOf(block.batchNorm, valuesOf);
    isApart = affine !== undefined && block.pool && !affine.scale.every((factor) => factor >= 0);
    const folded = affine === undefined || isApart
      ? { weights, offsets }
      : foldInto(weights, offsets, affine);
    floats.set(folded.weights, filter / 4);
    floats.set(folded.offsets, bias / 4);
    if (affine !== undefined && isApart) {
      floats.set(affine.scale, scale / 4);
      floats.set(affine.shift, shift / 4);
    }
    convolution.pack(kernels);
  }

  function run({ kernels }: PredictorRuntime, size: number): void {
    if (padding !== undefined) {
      kernels.padImages(input.address, padding.address, size, ...input.shape, ...padding.margins);
    }
    const relu = block.relu ? 1 : 0;
    convolution.run(kernels, size, isApart ? 0 : relu);
    if (!isApart) return;
    const rows = size * shape[0] * shape[1];
    kernels.batchNormInference(output.address, scale, shift, output.address, rows, O, relu);
  }
}
