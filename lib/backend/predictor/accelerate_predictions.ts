import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { floatsOf } from "../kernels/kernel.ts";
import { compilePredictor } from "./compile_predictor.ts";
import type { Predictor } from "./predictor.ts";

type PredictLoop = (
  this: tf.LayersModel,
  inputs: tf.Tensor | tf.Tensor[],
  batchSize: number,
  verbose?: boolean,
) => tf.Tensor | tf.Tensor[];

const predictors = new WeakMap<tf.LayersModel, { readonly predictor: Predictor | undefined }>();
let isDone = false;

/** Makes stock `predict` and `predictOnBatch` of tfjs's models go by a compiled predictor while the
 * backend is wasm, for models that `compilePredictor` takes; everything else goes the stock way, also
 * while gradients are recorded.
 *
 * Does nothing the second time.
 */
export function acceleratePredictions(): void {
  if (isDone) return;
  isDone = true;
  const prototype = tf.LayersModel.prototype as unknown as { predictLoop: PredictLoop };
  const stock = prototype.predictLoop;
  prototype.predictLoop = function (inputs, batchSize, verbose): tf.Tensor | tf.Tensor[] {
    return predicted(this, [inputs].flat()) ?? stock.call(this, inputs, batchSize, verbose);
  };
}

/** What the predictor says; `undefined` where there is none for this. */
function predicted(model: tf.LayersModel, [images, ...others]: tf.Tensor[]): tf.Tensor | undefined {
  const isPlain = tf.getBackend() === "wasm" && others.length === 0 &&
    images.dtype === "float32" && images.shape[0] > 0 &&
    tf.util.arraysEqual(images.shape.slice(1), model.inputs[0].shape.slice(1) as number[]) &&
    !isRecording();
  const predictor = isPlain ? predictorOf(model) : undefined;
  if (predictor === undefined) return undefined;
  const size = images.shape[0];
  const values = predictor.predict(floatsOf(tf.backend() as BackendWasm, images), size);
  return tf.tensor(values, [size, ...model.outputs[0].shape.slice(1) as number[]]);
}

function predictorOf(model: tf.LayersModel): Predictor | undefined {
  const known = predictors.get(model);
  if (known !== undefined) return known.predictor;
  const predictor = compilePredictor(model);
  predictors.set(model, { predictor });
  return predictor;
}

/** Whether tfjs takes down operations to compute gradients through them. */
function isRecording(): boolean {
  return (tf.engine() as unknown as { isTapeOn(): boolean }).isTapeOn();
}
