import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { simdHeap } from "../simd/heap.ts";
import type { Pointer } from "../simd/conv_kernels.ts";
import type { SimdKernels } from "../simd/module.ts";

type Gradients = Parameters<tf.Optimizer["applyGradients"]>[0];

/** A weight with the gradient to it. */
interface Move {
  /** The weight, then what the optimiser keeps of it. */
  readonly variables: readonly tf.Variable[];
  readonly gradient: tf.Tensor;
}

/** What an optimiser keeps of each weight. */
type Kept = readonly { readonly variable: tf.Variable }[];

/** Moves one weight of `count` numbers; `places` are those of {@link Move.variables}. */
type MoveWeight = (places: readonly Pointer[], gradient: Pointer, count: number) => void;

/** How the steps of an optimiser are taken by the SIMD kernels. `Inside` is what it has inside, private
 * members among it. */
interface Rule<Inside> {
  /** What it keeps of each weight, made by its first step; a list for each kind. */
  readonly kept: (optimizer: Inside) => readonly Kept[];
  /** Begins a step. */
  readonly step: (optimizer: Inside, kernels: SimdKernels) => MoveWeight;
}

const sgd: Rule<{ readonly c: tf.Scalar }> = {
  kept: () => [],
  step: ({ c }, kernels) => {
    const rate = -valueOf(c);
    return ([weight], gradient, count) => kernels.sgd(weight, 0, gradient, count, rate, 0, 0, 0);
  },
};

interface Momentum {
  readonly c: tf.Scalar;
  readonly m: tf.Scalar;
  readonly useNesterov: boolean;
  readonly accumulations: Kept;
}

const momentum: Rule<Momentum> = {
  kept: ({ accumulations }) => [accumulations],
  step: ({ c, m, useNesterov }, kernels) => {
    const [rate, share, nesterov] = [-valueOf(c), valueOf(m), useNesterov ? 1 : 0];
    return ([weight, velocity], gradient, count) =>
      kernels.sgd(weight, velocity, gradient, count, rate, share, 0, nesterov);
  },
};

interface Adam {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly accBeta1: tf.Variable;
  readonly accBeta2: tf.Variable;
  readonly accumulatedFirstMoment: Kept;
  readonly accumulatedSecondMoment: Kept;
}

const adam: Rule<Adam> = {
  kept: ({ accumulatedFirstMoment, accumulatedSecondMoment }) => [
    accumulatedFirstMoment,
    accumulatedSecondMoment,
  ],
  step: ({ learningRate, beta1, beta2, epsilon, accBeta1, accBeta2 }, kernels) => {
    const corrections = [1 - valueOf(accBeta1), 1 - valueOf(accBeta2)] as const;
    tf.tidy(() => {
      accBeta1.assign(accBeta1.mul(beta1));
      accBeta2.assign(accBeta2.mul(beta2));
    });
    return ([weight, first, second], gradient, count) =>
      kernels.adam(
        ...[weight, first, second, gradient, count] as const,
        ...[learningRate, beta1, beta2, ...corrections, epsilon] as const,
      );
  },
};

let isDone = false;

/** Makes tfjs's optimisers `sgd`, `momentum` and `adam` move each weight by one call of a SIMD kernel
 * while the backend is wasm, where tfjs computes up to ten tensors. What they keep, and
 * how it is saved, stays as it was. tfjs takes their first step, in which they make what they keep, and
 * those whose gradients are not float32 of the shape of their weights.
 *
 * Does nothing the second time.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts"; // which calls it
 * import { deepStrictEqual } from "node:assert";
 *
 * await initBackend("wasm");
 * const weight = tf.variable(tf.tensor1d([1, 2]));
 * tf.train.sgd(0.5).applyGradients([{ name: weight.name, tensor: tf.tensor1d([2, -2]) }]);
 * deepStrictEqual([...weight.dataSync()], [0, 3]);
 * ```
 */
export function accelerateOptimisers(): void {
  if (isDone) return;
  isDone = true;
  accelerate(tf.SGDOptimizer.prototype, sgd);
  accelerate(tf.MomentumOptimizer.prototype, momentum);
  accelerate(tf.AdamOptimizer.prototype, adam);
}

function accelerate<Inside>(prototype: tf.Optimizer, { kept, step }: Rule<Inside>): void {
  const stock = prototype.applyGradients;
  prototype.applyGradients = function (gradients): void {
    const inside = this as unknown as Inside & { incrementIterations(): void };
    const moves = tf.getBackend() === "wasm" ? movesOf(gradients, kept(inside)) : undefined;
    if (moves === undefined) return stock.call(this, gradients);
    const backend = tf.backend() as BackendWasm;
    const { kernels, address } = simdHeap(backend);
    const move = step(inside, kernels);
    for (const { variables, gradient } of moves) {
      const [weight, ...others] = variables;
      renew(weight); // packed filters and predictors are kept by the data's identity
      for (const other of others) if (backend.refCount(other.dataId) !== 1) renew(other);
      move(variables.map(address), address(gradient), gradient.size);
    }
    inside.incrementIterations();
  };
}

/** What is to be moved; `undefined` where a kernel cannot. A weight without a gradient stays. */
function movesOf(
  gradients: Gradients,
  kept: readonly Kept[],
): Move[] | undefined {
  const pairs = Array.isArray(gradients)
    ? gradients.map(({ name, tensor }) => [name, tensor] as const)
    : Object.entries(gradients);
  const moves: Move[] = [];
  for (const [i, [name, gradient]] of pairs.entries()) {
    const variables = [
      tf.engine().registeredVariables[name],
      ...kept.map((list) => list[i]?.variable),
    ];
    if (variables.includes(undefined!)) return undefined;
    if (gradient === null || gradient === undefined) continue;
    const isPlain = [gradient, ...variables].every(({ dtype, shape }) =>
      dtype === "float32" && tf.util.arraysEqual(shape, gradient.shape)
    );
    if (!isPlain) return undefined;
    moves.push({ variables, gradient });
  }
  return moves;
}

/** Gives a variable a copy of its data, for these are about to be written: a clone may share them. */
function renew(variable: tf.Variable): void {
  tf.tidy(() => variable.assign(tf.tensor(variable.dataSync(), variable.shape)));
}

function valueOf(scalar: tf.Tensor): number {
  return scalar.dataSync()[0];
}
