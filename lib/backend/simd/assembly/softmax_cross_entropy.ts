import { log } from "./log";
import { exponentials, firstLanes, largestOf, sumOfLanes } from "./softmax";
import { storeLanes } from "./store_lanes";

/** Cross-entropy of softmax(logits) against smoothed labels, and its gradient.
 *
 *     target = (1 − smoothing) · [label] + smoothing / classes
 *     loss of a row = log Σ exp(logit) − Σ target · logit       dlogits = scale · (softmax − target)
 *
 * Both with the largest logit of the row taken off first.
 *
 * @param labels bytes, each below `classes`
 * @param dlogits may be the logits
 * @param stride floats from a row to the next, of both
 * @returns the sum of the rows' losses, in nats */
export function softmaxCrossEntropy(
  logits: usize, labels: usize, dlogits: usize, rows: i32, classes: i32, stride: i32,
  smoothing: f32, scale: f32,
): f64 {
  const end = <usize>classes << 2, even = smoothing / <f32>classes;
  let loss: f64 = 0;
  for (let r = 0; r < rows; r++) {
    const label = <usize>load<u8>(labels + r) << 2;
    const largest = largestOf(logits, classes);
    const right = <f64>(load<f32>(logits + label) - largest);
    const all: f64 = smoothing > 0 ? sumOfDistances(logits, classes, largest) : 0;
    const sum = exponentials(logits, dlogits, classes);
    loss += log(sum) - <f64>(1 - smoothing) * right - <f64>even * all;
    for (let k: usize = 0; k < end; k += 16) {
      const share = f32x4.div(v128.load(dlogits + k), f32x4.splat(sum));
      const gradient = f32x4.mul(f32x4.sub(share, f32x4.splat(even)), f32x4.splat(scale));
      storeLanes(dlogits + k, gradient, <i32>min((end - k) >> 2, 4));
    }
    store<f32>(dlogits + label, load<f32>(dlogits + label) - (1 - smoothing) * scale);
    logits += <usize>stride << 2;
    dlogits += <usize>stride << 2;
  }
  return loss;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function sumOfDistances(values: usize, count: i32, from: f32): f64 {
  const end = <usize>count << 2;
  let sums = f32x4.splat(0);
  for (let k: usize = 0; k < end; k += 16) {
    const distance = f32x4.sub(v128.load(values + k), f32x4.splat(from));
    sums = f32x4.add(sums, v128.and(distance, firstLanes(<i32>min((end - k) >> 2, 4))));
  }
  return <f64>sumOfLanes(sums);
}
