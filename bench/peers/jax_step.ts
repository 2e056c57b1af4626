import { oneHot } from "@lib/preprocess/dataset/one_hot.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import type { Jax, JaxArray } from "./jax.ts";
import type { JaxLayout } from "./jax_layout.ts";
import { jaxNetwork, type JaxNetworkName } from "./jax_network.ts";

/** What a step is of. */
export interface JaxTask {
  readonly task: "train" | "predict";
  readonly network: JaxNetworkName;
  readonly batch: number;
}

/** Computes what a step gives; on the thread that asks, or on all cores. */
export type Compute = (array: JaxArray) => Float32Array | Promise<Float32Array>;

const [learningRate, momentum] = [0.01, 0.9];

/** A step on one random batch, compiled by `jit`: of training, SGD with momentum (forward, backward, update);
 * of prediction, the probabilities.
 *
 * @returns computes one step; of training its loss, of prediction the probabilities
 */
export function jaxStep(
  jax: Jax,
  { task, network: name, batch }: JaxTask,
  layout: JaxLayout,
  compute: Compute,
): () => Promise<Float32Array> {
  const { numpy, nn, jit, valueAndGrad } = jax;
  const rng = rngFromSeed(1);
  const { weights: draw, logits } = jaxNetwork(jax, name, layout, rng);
  const pixels = Float32Array.from({ length: batch * 28 * 28 }, () => rng.uniform());
  const images = numpy.array(pixels).reshape(layout.imageShape(batch));
  let weights = draw();

  if (task === "predict") {
    const answer = jit((weights: readonly JaxArray[], images: JaxArray) =>
      nn.softmax(logits(weights, images))
    );
    return async () => await compute(answer(weights.map((one) => one.ref), images.ref));
  }

  const labels = Uint8Array.from({ length: batch }, () => rng.integer(10));
  const targets = numpy.array(oneHot(labels)).reshape([batch, 10]);
  const lossAndGradients = valueAndGrad(
    (weights, images: JaxArray, targets: JaxArray) =>
      nn.logSoftmax(logits(weights, images)).mul(targets).sum().mul(-1 / batch),
  );
  const step = jit((
    weights: readonly JaxArray[],
    velocities: readonly JaxArray[],
    images: JaxArray,
    targets: JaxArray,
  ) => {
    const [loss, gradients] = lossAndGradients(weights.map((one) => one.ref), images, targets);
    const faster = velocities.map((one, i) => one.mul(momentum).add(gradients[i]));
    const moved = weights.map((one, i) => one.sub(faster[i].ref.mul(learningRate)));
    return [loss, moved, faster] as const;
  });
  let velocities = draw().map((one) => one.mul(0));
  return async () => {
    const [loss, moved, faster] = step(weights, velocities, images.ref, targets.ref);
    [weights, velocities] = [[...moved], [...faster]];
    for (const one of [...weights, ...velocities]) await compute(one.ref);
    return await compute(loss);
  };
}
