import * as tf from "@tensorflow/tfjs";
import { compilePlan, type ModelPlan } from "./compile_plan.ts";

/** Losses of tfjs whose targets are classes. */
const lossNames = ["categoricalCrossentropy", "sparseCategoricalCrossentropy"] as const;

/** One of them. */
export type LossName = typeof lossNames[number];

/** What a `tf.LayersModel` has inside, private members among it. */
interface Model {
  readonly loss: unknown;
  readonly optimizer_: tf.Optimizer;
  readonly trainableWeights: readonly tf.LayerVariable[];
  readonly collectedTrainableWeights: readonly tf.LayerVariable[];
  readonly metricsTensors: readonly [
    metric: (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor,
    output: number,
  ][];
  /** Makes the function that takes a step on `[inputs, targets, sample weights]` and returns the loss
   * and the metrics. */
  makeTrainFunction(): TrainFunction;
}
type TrainFunction = (data: readonly (tf.Tensor | null | undefined)[]) => tf.Tensor[];

/** The plan of a compiled model, `undefined` where it has none; `weights` tells one compilation of
 * the model from the next. */
interface Compiled {
  readonly weights: readonly tf.LayerVariable[];
  readonly batch: number;
  readonly plan: ModelPlan | undefined;
}
const compiled = new WeakMap<Model, Compiled>();
let isDone = false;

/** Makes stock `fit`, `fitDataset` and `trainOnBatch` of tfjs's models compute loss and gradients by
 * a compiled plan while the backend is wasm: for models that `compilePlan` takes, that end in a
 * softmax and are compiled with one of the categorical cross-entropies. The optimiser and the
 * metrics are the user's own, and see what they always saw; everything else goes the stock way.
 *
 * One thing is more exact than before: tfjs takes a probability below 1e-7 for 1e-7, and then has no
 * gradient.
 *
 * Does nothing the second time.
 */
export function accelerateLayers(): void {
  if (isDone) return;
  isDone = true;
  const prototype = tf.LayersModel.prototype as unknown as Model;
  const stock = prototype.makeTrainFunction;
  prototype.makeTrainFunction = function (this: Model): TrainFunction {
    const stockStep = stock.call(this);
    return (data) => planStep(this, data) ?? stockStep(data);
  };
}

/** Takes a step by plan; `undefined`, with nothing done, where there is none for it. */
function planStep(
  model: Model,
  [images, targets, sampleWeights]: readonly (tf.Tensor | null | undefined)[],
): tf.Tensor[] | undefined {
  const loss = [model.loss].flat()[0] as LossName;
  const isPlain = tf.getBackend() === "wasm" && !sampleWeights && images?.dtype === "float32" &&
    targets && lossNames.includes(loss);
  if (!isPlain) return undefined;
  const size = images.shape[0];
  const plan = planOf(model, size);
  if (plan === undefined || !plan.endsInSoftmax) return undefined;
  const labels = labelsOf(targets, loss, plan.classes);
  if (labels === undefined) return undefined;
  return tf.tidy(() => {
    plan.copyFrom(asLayersModel(model));
    const value = plan.gradients(images.dataSync<"float32">(), labels) / size;
    const metrics = metricsOf(model, plan, targets);
    plan.copyRunningTo(asLayersModel(model));
    model.optimizer_.applyGradients(gradientsOf(model, plan));
    return [tf.scalar(value), ...metrics];
  });
}

/** A plan for at least so many images, compiled where there is none yet. */
function planOf(model: Model, size: number): ModelPlan | undefined {
  const weights = model.collectedTrainableWeights;
  const now = model.trainableWeights;
  const isCurrent = now.length === weights.length && weights.every(({ id }, i) => id === now[i].id);
  if (!isCurrent) return undefined; // a layer was frozen or freed since the model was compiled
  const last = compiled.get(model);
  if (last?.weights === weights && size <= last.batch) return last.plan;
  const plan = compilePlan(asLayersModel(model), size);
  compiled.set(model, { weights, batch: size, plan });
  return plan;
}

function metricsOf(model: Model, plan: ModelPlan, targets: tf.Tensor): tf.Tensor[] {
  if (model.metricsTensors.length === 0) return [];
  const size = targets.shape[0];
  const probabilities = tf.tensor2d(plan.probabilities(size).slice(), [size, plan.classes]);
  return model.metricsTensors.map(([metric]) => tf.mean(metric(targets, probabilities)));
}

function gradientsOf(model: Model, plan: ModelPlan): { name: string; tensor: tf.Tensor }[] {
  const weights = model.collectedTrainableWeights;
  return plan.trained.parts(plan.gradientsView).map((gradient, position) => {
    const { name, shape } = weights[position].read() as tf.Variable;
    return { name, tensor: tf.tensor(gradient.slice(), shape) };
  });
}

function asLayersModel(model: Model): tf.LayersModel {
  return model as unknown as tf.LayersModel;
}

/** The classes that the targets of a batch stand for.
 *
 * @param targets `[batch, classes]`, 1 at the right class, else 0; of the sparse loss `[batch]` or
 *   `[batch, 1]`, the class itself
 * @returns `undefined` where a target is anything else, as a mixture of classes
 */
export function labelsOf(
  targets: tf.Tensor,
  loss: LossName,
  classes: number,
): Uint8Array | undefined {
  const values = targets.dataSync();
  const size = targets.shape[0];
  const isSparse = loss === "sparseCategoricalCrossentropy";
  if (values.length !== (isSparse ? size : size * classes)) return undefined;
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const label = isSparse ? values[i] : onlyOne(values, i * classes, classes);
    if (!Number.isInteger(label) || label < 0 || label >= classes) return undefined;
    labels[i] = label;
  }
  return labels;
}

/** Where the only 1 among zeros is, −1 if there is any other number. */
function onlyOne(values: ArrayLike<number>, start: number, count: number): number {
  let found = -1;
  for (let j = 0; j < count; j++) {
    const value = values[start + j];
    if (value === 0) continue;
    if (value !== 1 || found >= 0) return -1;
    found = j;
  }
  return found;
}
