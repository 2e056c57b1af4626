import type * as tf from "@tensorflow/tfjs";
import { copyInput, type InputForm } from "../lowering/input_form.ts";
import { sizeOf } from "../plan/steps/arena.ts";
import type { Weight } from "../lowering/operation.ts";
import type { Located, PredictorRuntime, PredictorStep } from "./predictor_step.ts";

/** What a predictor is made of. */
export interface PredictorParts {
  /** How many images go through the steps together. */
  readonly batch: number;
  readonly form: InputForm;
  readonly steps: readonly PredictorStep[];
  readonly runtime: PredictorRuntime;
  readonly input: Located;
  readonly output: Located;
  readonly endsInSoftmax: boolean;
  readonly weights: readonly tf.LayerVariable[];
}

/** Computes what a model says of images, without tape and without tensors, on memory that was
 * allocated beforehand. Made by `compilePredictor`. */
export class Predictor {
  /** Values for each image in the result. */
  readonly outputs: number;
  readonly #parts: PredictorParts;
  readonly #weights: ReadonlyMap<number, tf.LayerVariable>;
  /** What the weights had as values when they were last taken. */
  #taken: readonly object[] = [];

  constructor(parts: PredictorParts) {
    this.#parts = parts;
    this.outputs = sizeOf(parts.output.shape);
    this.#weights = new Map(parts.weights.map((weight) => [weight.id, weight]));
  }

  /** What the model says, by the weights that it has now.
   *
   * @param pixels `[size, …input of the model]`
   * @param size how many images, any number
   * @returns `[size, …output of the model]`
   * @throws {RangeError} if the numbers do not go together
   */
  predict(pixels: Float32Array, size: number): Float32Array {
    const { batch, form, steps, runtime, input, output, endsInSoftmax } = this.#parts;
    const length = sizeOf(form.from);
    if (pixels.length !== size * length) {
      throw new RangeError(
        `Cannot predict ${size} images: found ${pixels.length} values, wanted ${size * length}`,
      );
    }
    this.#takeWeights();
    const { kernels, floats } = runtime;
    const [target, result] = [floats.subarray(input.address / 4), output.address / 4];
    const all = new Float32Array(size * this.outputs);
    for (let first = 0; first < size; first += batch) {
      const count = Math.min(batch, size - first);
      copyInput(form, pixels.subarray(first * length), target, count);
      for (const step of steps) step.run(runtime, count);
      if (endsInSoftmax) {
        const classes = output.shape[2];
        const rows = count * (this.outputs / classes);
        kernels.softmax(output.address, output.address, rows, classes);
      }
      all.set(floats.subarray(result, result + count * this.outputs), first * this.outputs);
    }
    return all;
  }

  /** Takes the weights where one has changed: tfjs gives a variable a new id for its data with every
   * new value. */
  #takeWeights(): void {
    const { steps, runtime, weights } = this.#parts;
    const now = weights.map((weight) => weight.read().dataId);
    if (now.every((dataId, i) => dataId === this.#taken[i])) return;
    const valuesOf = ({ id }: Weight): Float32Array =>
      this.#weights.get(id)!.read().dataSync<"float32">();
    for (const step of steps) step.load?.(runtime, valuesOf);
    this.#taken = now;
  }
}
