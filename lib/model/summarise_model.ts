import type * as tf from "@tensorflow/tfjs";
import { multiplyAdds } from "../backend/lowering/multiply_adds.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** One row of a model's summary. */
export interface LayerRow {
  readonly layer: string;
  /** Output shape of one image, `26 × 26 × 32`. */
  readonly output: string;
  /** Weights of the layer, trainable or not. */
  readonly parameters: number;
  /** Multiply-adds of one image, of convolutions and dense layers. */
  readonly multiplyAdds: number;
}

/** A model as a table: one row a layer, first to last. */
export function summariseModel(model: LayersModel): LayerRow[] {
  return model.layers.map((layer) => {
    const shape = (layer.outputShape as number[]).slice(1);
    return {
      layer: describe(layer),
      output: shape.join(" × "),
      parameters: layer.countParams(),
      multiplyAdds: operationsOf(layer, shape),
    };
  });
}

function describe(layer: tf.layers.Layer): string {
  const { kernelSize, poolSize, filters } = layer.getConfig() as Record<string, number[] | number>;
  const size = (kernelSize ?? poolSize) as number[] | undefined;
  return [layer.getClassName(), size?.join("×"), filters].filter((part) => part !== undefined).join(
    " ",
  );
}

function operationsOf(layer: tf.layers.Layer, output: number[]): number {
  const kernel = layer.weights.find((weight) => weight.originalName.endsWith("kernel"));
  if (kernel === undefined) return 0;
  const places = output.slice(0, -1).reduce((product, size) => product * size, 1);
  return multiplyAdds(kernel.shape, places);
}
