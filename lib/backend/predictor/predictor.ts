import { copyInput, type InputForm } from "../lowering/input_form.ts";
import type { Shape } from "../lowering/operation.ts";
import { sizeOf } from "../plan/steps/arena.ts";
import type { Located, PredictorRuntime, PredictorStep, ValuesOf } from "./predictor_step.ts";

/** The weights that a predictor goes by. */
export interface PredictorWeights {
  readonly valuesOf: ValuesOf;
  /** One object for each weight, another one whenever that weight has other values. */
  versions(): readonly object[];
}

/** What one block made of an image. */
export interface Activation {
  readonly shape: Shape;
  /** `[height × width × channels]` */
  readonly values: Float32Array;
}

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
  readonly weights: PredictorWeights;
}

/** Computes what a model says of images, without tape and without tensors, on memory that was
 * allocated beforehand. Made by `compilePredictor`, or without TensorFlow.js by `makePredictor`. */
export class Predictor {
  /** Values for each image in the result. */
  readonly outputs: number;
  readonly #parts: PredictorParts;
  /** The versions of the weights that were last taken. */
  #taken: readonly object[] = [];

  constructor(parts: PredictorParts) {
    this.#parts = parts;
    this.outputs = sizeOf(parts.output.shape);
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

  /** What every block makes of one image, first to last, as the next one is given it: after pooling,
   * batch normalisation and ReLU where a convolution takes these along.
   *
   * @param pixels `[…input of the model]`
   * @throws {RangeError} if they are those of another number of images
   */
  activations(pixels: Float32Array): Activation[] {
    this.predict(pixels, 1);
    const { input, steps, runtime } = this.#parts;
    const found: Activation[] = [];
    let last = input.address;
    for (const { output: { address, shape } } of steps) {
      // Flattening moves nothing.
      if (address !== last) {
        const values = runtime.floats.slice(address / 4, address / 4 + sizeOf(shape));
        found.push({ shape, values });
      }
      last = address;
    }
    return found;
  }

  /** Takes the weights where one has changed. */
  #takeWeights(): void {
    const { steps, runtime, weights } = this.#parts;
    const now = weights.versions();
    if (now.every((version, i) => version === this.#taken[i])) return;
    for (const step of steps) step.load?.(runtime, weights.valuesOf);
    this.#taken = now;
  }
}
