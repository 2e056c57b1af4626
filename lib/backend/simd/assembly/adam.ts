import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** One step of Adam over a flat buffer (Kingma and Ba, 2015, https://arxiv.org/abs/1412.6980):
 *
 *     m ← beta1 · m + (1 − beta1) · g
 *     v ← beta2 · v + (1 − beta2) · g²
 *     w ← w − learningRate · (m / correction1) / (√(v / correction2) + epsilon)
 */
export function adam(
  weights: usize, firstMoments: usize, secondMoments: usize, gradients: usize, count: i32,
  learningRate: f32, beta1: f64, beta2: f64, correction1: f32, correction2: f32, epsilon: f32,
): void {
  const keep1 = f32x4.splat(<f32>beta1), take1 = f32x4.splat(<f32>(1 - beta1));
  const keep2 = f32x4.splat(<f32>beta2), take2 = f32x4.splat(<f32>(1 - beta2));
  const bias1 = f32x4.splat(correction1), bias2 = f32x4.splat(correction2);
  const rate = f32x4.splat(-learningRate), least = f32x4.splat(epsilon);
  const end = <usize>count << 2;
  for (let i: usize = 0; i < end; i += 16) {
    const g = v128.load(gradients + i);
    const m = madd(keep1, v128.load(firstMoments + i), f32x4.mul(take1, g));
    const v = madd(keep2, v128.load(secondMoments + i), f32x4.mul(take2, f32x4.mul(g, g)));
    const deviation = f32x4.add(f32x4.sqrt(f32x4.div(v, bias2)), least);
    const step = f32x4.div(f32x4.div(m, bias1), deviation);
    const lanes = <i32>min((end - i) >> 2, 4);
    storeLanes(firstMoments + i, m, lanes);
    storeLanes(secondMoments + i, v, lanes);
    storeLanes(weights + i, madd(rate, step, v128.load(weights + i)), lanes);
  }
}
