import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** One step of stochastic gradient descent over a flat buffer, in PyTorch's form:
 *
 *     g ← gradient + weightDecay · w
 *     v ← momentum · v + g
 *     w ← w − learningRate · (nesterov ? g + momentum · v : v)
 *
 * Velocities at 0 are none: v is g, and momentum must be 0.
 */
export function sgd(
  weights: usize, velocities: usize, gradients: usize, count: i32,
  learningRate: f32, momentum: f32, weightDecay: f32, nesterov: i32,
): void {
  const rate = f32x4.splat(-learningRate), keep = f32x4.splat(momentum);
  const decay = f32x4.splat(weightDecay), end = <usize>count << 2;
  for (let i: usize = 0; i < end; i += 16) {
    const w = v128.load(weights + i);
    const gradient = v128.load(gradients + i);
    const g = weightDecay ? madd(decay, w, gradient) : gradient;
    const v = velocities ? madd(keep, v128.load(velocities + i), g) : g;
    const step = nesterov ? madd(keep, v, g) : v;
    const lanes = <i32>min((end - i) >> 2, 4);
    if (velocities) storeLanes(velocities + i, v, lanes);
    storeLanes(weights + i, madd(rate, step, w), lanes);
  }
}
