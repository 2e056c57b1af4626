/** A training step laid out beforehand: every kernel call and every address is settled before the first
 * batch comes, so that a step makes no tensors and records no tape.
 *
 * Once, before the first step:
 *
 * 1. `lowering/lower_model.ts` takes the layers for operations, and these together as blocks
 *    (`lowering/blocks.ts`): a convolution with the ReLU and the pooling behind it is one;
 * 2. `lowering/blueprint.ts` makes plain data of them, which a worker can be sent;
 * 3. `plan/allocate.ts` gives everything its address (`plan/steps/arena.ts`, `plan/flat_weights.ts`)
 *    and binds each block to its own (`plan/steps/make_step.ts`);
 * 4. `plan/compile_plan.ts` copies the model's weights in.
 *
 * The way of a batch, from call to call:
 *
 * 1. {@link Plan.gradients} takes the images in, cropped and scaled: bytes by `plan/byte_input.ts`,
 *    floats by `lowering/input_form.ts`;
 * 2. the steps run forward (`plan/steps/convolution_step.ts`, `batch_norm_step.ts`, `dense_step.ts`), by
 *    the SIMD kernels (`simd/module.ts`); where others have a part of the batch, batch normalisation asks
 *    them for theirs (`Exchange` in `plan/steps/plan_step.ts`);
 * 3. `plan/plan_loss.ts` turns logits into the loss and the gradient to them: the kernel
 *    `softmaxCrossEntropy`, or `ctcLoss` for a line of columns;
 * 4. the steps run backward, last to first, and leave the gradients to the weights;
 * 5. {@link Plan.allReduce} adds the gradients of the others;
 * 6. {@link Plan.sgdStep} or {@link Plan.adamStep} moves the weights.
 *
 * At the end `ModelPlan.copyTo` of `plan/compile_plan.ts` gives the weights back to the model.
 *
 * @module
 */

import type { PlanParts } from "./allocate.ts";
import type { ByteImages } from "./byte_input.ts";
import type { FlatWeights } from "./flat_weights.ts";
import { type PlanLoss, planLoss } from "./plan_loss.ts";
import { copyInput } from "../lowering/input_form.ts";
import { sizeOf } from "./steps/arena.ts";

/** Share of the last mean square that Adam keeps. */
const squareDecay = 0.999;

/** How a step of SGD moves the weights; as `Sgd` of lib/train has it. */
export interface SgdStep {
  readonly learningRate: number;
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly weightDecay: number;
}

/** How a step of Adam moves the weights. */
export interface AdamStep {
  readonly learningRate: number;
  /** Share of the last mean gradient that is kept. */
  readonly momentum: number;
  /** This share of each weight, times the rate, is taken off it (decoupled). */
  readonly weightDecay: number;
  /** Which step it is, from 1. */
  readonly step: number;
}

/** Trains a model without tape and without tensors: some twenty kernel calls a step on memory that
 * was allocated beforehand. It has weights of its own; `compilePlan` makes one with those of a model.
 */
export class Plan {
  /** How many images fit in one step. */
  readonly batch: number;
  /** How many classes there are. */
  readonly classes: number;
  /** How many columns of an image the model tells the classes of, from left to right; 1 where it tells them
   * of the image. */
  readonly columns: number;
  /** Whether images may come as bytes: 28×28 pixels, cropped alike all around. */
  readonly takesBytes: boolean;
  /** Whether the model's last layer is a softmax; the plan computes the loss from what is before. */
  readonly endsInSoftmax: boolean;
  /** The trained weights, in the order of `model.trainableWeights`, each at a multiple of four. */
  readonly weights: Float32Array<ArrayBuffer>;
  /** The gradient to each of them, from the last step. */
  readonly gradientsView: Float32Array<ArrayBuffer>;
  /** The velocity of each of them, or the mean gradient of Adam; zero at first. */
  readonly velocities: Float32Array<ArrayBuffer>;
  /** The mean square of each gradient, which Adam alone keeps; zero at first. */
  readonly squares: Float32Array<ArrayBuffer>;
  /** The running averages of batch normalisation, in the order of `model.nonTrainableWeights`. */
  readonly running: Float32Array<ArrayBuffer>;
  /** Finds the parts of the flat arrays that belong to a weight. */
  readonly trained: FlatWeights;
  /** The same for the running averages. */
  readonly averaged: FlatWeights;
  readonly #parts: PlanParts;
  readonly #loss: PlanLoss;

  constructor(parts: PlanParts) {
    const { runtime, addresses, trained, averaged, logits } = parts;
    const view = (address: number, length: number): Float32Array<ArrayBuffer> =>
      runtime.floats.subarray(address / 4, address / 4 + length);
    this.batch = parts.batch;
    this.classes = logits.shape[2];
    this.columns = logits.shape[0] * logits.shape[1];
    this.takesBytes = parts.byteInput !== undefined;
    this.endsInSoftmax = parts.endsInSoftmax;
    this.weights = view(addresses.weights, trained.length);
    this.gradientsView = view(addresses.gradients, trained.length);
    this.velocities = view(addresses.velocities, trained.length);
    this.squares = view(addresses.squares, trained.length);
    this.running = view(addresses.running, averaged.length);
    this.trained = trained;
    this.averaged = averaged;
    this.#parts = parts;
    this.#loss = planLoss(parts, this.columns);
  }

  /** Computes the gradients to the mean cross-entropy of some images, and moves the running averages.
   *
   * @param images `[size, …input of the model]`, or bytes where the plan takes them; none at all where
   *   others have the whole batch
   * @param labels `[size]`, below the number of classes; where the model tells columns, `[size, length]`: what
   *   stands there from left to right, and `noLabel` behind it (`ctcLoss`)
   * @param options.smoothing share of the target that is spread evenly over the classes, 0 to 1; not of columns
   * @param options.total images of the whole batch, where these are a part of it: the mean is over
   *   that many, so that the gradients of the parts sum up; `size` by default
   * @returns the sum of the losses, in nats
   * @throws {RangeError} if there are more images than fit, or the numbers do not go together
   */
  gradients(
    images: Float32Array | ByteImages,
    labels: Uint8Array,
    options: { readonly smoothing?: number; readonly total?: number } = {},
  ): number {
    const { steps, runtime } = this.#parts;
    const size = this.#sizeOf(images);
    const { smoothing = 0, total = size } = options;
    this.#takeInput(images, size, total);
    this.#loss.take(labels, size, smoothing);
    for (const step of steps) step.forward(runtime, size);
    const loss = this.#loss.compute(size, smoothing, 1 / total);
    for (let i = steps.length - 1; i >= 0; i--) steps[i].backward(runtime, size);
    if (size === 0) this.gradientsView.fill(0); // not every kernel writes what is a sum of nothing
    return loss;
  }

  /** The sum of the cross-entropies of some images in nats, by inference: batch normalisation takes
   * its running averages. Afterwards {@link Plan.logits} are theirs.
   *
   * @param images `[size, …input of the model]`, or bytes where the plan takes them
   * @param labels as {@link Plan.gradients} takes them
   * @throws {RangeError} if there are more images than fit, or the numbers do not go together
   */
  score(images: Float32Array | ByteImages, labels: Uint8Array): number {
    const { steps, runtime } = this.#parts;
    const size = this.#sizeOf(images);
    this.#takeInput(images, size, size);
    this.#loss.take(labels, size, 0);
    for (const step of steps) (step.infer ?? step.forward)(runtime, size);
    return this.#loss.compute(size, 0, 1 / size);
  }

  /** Adds the gradients of the plans that have the other parts of the batch, so that all have the
   * same, bit for bit. */
  allReduce(): void {
    const { runtime, addresses, trained } = this.#parts;
    const mine = this.gradientsView;
    const parts = runtime.exchange.gather(mine);
    if (parts.length === 1) return;
    const { gradients, others } = addresses;
    const [first, ...rest] = parts;
    mine.set(first);
    for (const part of rest) {
      runtime.floats.set(part, others / 4);
      runtime.kernels.biasAdd(gradients, others, gradients, 1, trained.length, 0);
    }
  }

  /** Moves the weights down the gradients of the last step. */
  sgdStep({ learningRate, momentum, nesterov, weightDecay }: SgdStep): void {
    const { runtime, addresses, trained } = this.#parts;
    runtime.kernels.sgd(
      ...[addresses.weights, addresses.velocities, addresses.gradients, trained.length] as const,
      ...[learningRate, momentum, weightDecay, nesterov ? 1 : 0] as const,
    );
  }

  /** The same by Adam (Kingma and Ba, 2015, https://arxiv.org/abs/1412.6980), with the weight decay of AdamW
   * (Loshchilov and Hutter, 2019, https://arxiv.org/abs/1711.05101). */
  adamStep({ learningRate, momentum, weightDecay, step }: AdamStep): void {
    const { runtime, addresses, trained } = this.#parts;
    const { weights } = this;
    const kept = 1 - learningRate * weightDecay;
    if (kept < 1) { for (let i = 0; i < weights.length; i++) weights[i] *= kept; }
    runtime.kernels.adam(
      ...[addresses.weights, addresses.velocities, addresses.squares] as const,
      ...[addresses.gradients, trained.length, learningRate, momentum, squareDecay] as const,
      ...[1 - momentum ** step, 1 - squareDecay ** step, 1e-8] as const,
    );
  }

  /** The logits of the last images, of which there were `size`.
   * @returns `[size, classes]`, or `[size, columns, classes]`; a view that the next images void */
  logits(size: number): Float32Array<ArrayBuffer> {
    const { runtime, logits } = this.#parts;
    const start = logits.address / 4;
    return runtime.floats.subarray(start, start + size * this.columns * this.classes);
  }

  /** The probabilities of the last images, of which there were `size`.
   * @returns `[size, classes]`, or `[size, columns, classes]`; a view that the next images void */
  probabilities(size: number): Float32Array<ArrayBuffer> {
    const { runtime, logits, addresses } = this.#parts;
    const rows = size * this.columns;
    runtime.kernels.softmax(logits.address, addresses.probabilities, rows, this.classes);
    const start = addresses.probabilities / 4;
    return runtime.floats.subarray(start, start + rows * this.classes);
  }

  /** How many images there are. */
  #sizeOf(images: Float32Array | ByteImages): number {
    return "bytes" in images
      ? images.shifts.length / 2
      : Math.ceil(images.length / sizeOf(this.#parts.form.from));
  }

  #takeInput(images: Float32Array | ByteImages, size: number, total: number): void {
    const { form, runtime, input, byteInput } = this.#parts;
    if (total < 1 || size > this.batch) {
      throw new RangeError(
        `Cannot compute ${size} images: this plan was compiled for 1 to ${this.batch}`,
      );
    }
    if ("bytes" in images) {
      if (byteInput === undefined) {
        throw new RangeError(
          `Cannot take images of ${
            form.from.join(" × ")
          } as bytes: wanted 28 × 28 × 1, cropped alike all around`,
        );
      }
      return byteInput.take(runtime, images, size);
    }
    const wanted = size * sizeOf(form.from);
    if (images.length !== wanted) {
      throw new RangeError(
        `Cannot compute ${size} images: found ${images.length} values, wanted ${wanted}`,
      );
    }
    copyInput(form, images, runtime.floats.subarray(input.address / 4), size);
  }
}
