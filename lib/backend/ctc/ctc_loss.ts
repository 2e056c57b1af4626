/** The loss of a sequence whose place in the image is not known.
 *
 * @module
 */
import { addLogs } from "./add_logs.ts";

/** Stands for "no more labels" behind the labels of a sequence. */
export const noLabel = 255;

/** What the columns of one image say, and what they should say. */
export interface CtcColumns {
  /** `[columns, classes]`: the logits of each column; the last class is "nothing", the blank. */
  readonly logits: Float32Array;
  readonly classes: number;
  /** What stands there from left to right, each below the blank; `noLabel` from their end on. */
  readonly labels: Uint8Array;
}

/** The loss of connectionist temporal classification (Graves et al., 2006,
 * https://doi.org/10.1145/1143844.1143891): minus the logarithm of the probability of the labels, summed over
 * all ways to lay them over the columns, each label on one or more neighbouring columns, with blanks
 * anywhere, and at least one between two labels that are alike. Computed in logarithms.
 *
 * @param gradient `[columns, classes]`: where the gradient to the logits goes, times `scale`; nowhere where it
 * is missing
 * @returns the loss in nats; `Infinity` where there are too few columns for the labels, and the gradient is
 * then zero
 *
 * @example
 * ```ts
 * import { ctcLoss } from "@lib/backend/ctc/ctc_loss.ts";
 * import { strictEqual } from "node:assert";
 * // Two columns, a digit and the blank, all alike: of four ways three read as the digit.
 * const columns = { logits: new Float32Array(4), classes: 2, labels: Uint8Array.of(0) };
 * strictEqual(ctcLoss(columns).toFixed(6), (-Math.log(3 / 4)).toFixed(6));
 * ```
 */
export function ctcLoss(
  { logits, classes, labels }: CtcColumns,
  gradient?: Float32Array,
  scale = 1,
): number {
  const columns = logits.length / classes;
  const logs = logSoftmax(logits, classes);
  const path = withBlanks(labels, classes - 1);
  const forward = forwardSums(logs, path, classes);
  const total = endSum(forward.subarray((columns - 1) * path.length));
  if (gradient === undefined) return -total;
  if (total === -Infinity) {
    gradient.fill(0);
    return Infinity;
  }
  const backward = backwardSums(logs, path, classes);
  for (let t = 0; t < columns; t++) {
    const own = t * classes;
    for (let k = 0; k < classes; k++) gradient[own + k] = Math.exp(logs[own + k]) * scale;
    for (let s = 0; s < path.length; s++) {
      const at = t * path.length + s;
      gradient[own + path[s]] -= Math.exp(forward[at] + backward[at] - total) * scale;
    }
  }
  return -total;
}

/** Where the labels end. */
export function labelCount(labels: Uint8Array): number {
  const end = labels.indexOf(noLabel);
  return end < 0 ? labels.length : end;
}

/** The logarithms of the probabilities of each column's classes.
 *
 * @param logits `[columns, classes]`
 */
export function logSoftmax(logits: Float32Array, classes: number): Float64Array {
  const logs = new Float64Array(logits.length);
  for (let first = 0; first < logits.length; first += classes) {
    let most = -Infinity;
    for (let k = first; k < first + classes; k++) most = Math.max(most, logits[k]);
    let sum = 0;
    for (let k = first; k < first + classes; k++) sum += Math.exp(logits[k] - most);
    const whole = most + Math.log(sum);
    for (let k = first; k < first + classes; k++) logs[k] = logits[k] - whole;
  }
  return logs;
}

/** The labels with a blank before each and at the end. */
function withBlanks(labels: Uint8Array, blank: number): Uint8Array {
  const count = labelCount(labels);
  const path = new Uint8Array(2 * count + 1).fill(blank);
  for (let i = 0; i < count; i++) path[2 * i + 1] = labels[i];
  return path;
}

/** `[columns, path]`: of all ways that are at that place of the path in that column, the logarithm of the
 * probability of the columns up to it. */
function forwardSums(logs: Float64Array, path: Uint8Array, classes: number): Float64Array {
  const [columns, places] = [logs.length / classes, path.length];
  const sums = new Float64Array(columns * places).fill(-Infinity);
  sums[0] = logs[path[0]];
  if (places > 1) sums[1] = logs[path[1]];
  for (let t = 1; t < columns; t++) {
    const before = (t - 1) * places;
    for (let s = 0; s < places; s++) {
      let sum = sums[before + s];
      if (s > 0) sum = addLogs(sum, sums[before + s - 1]);
      if (isSkip(path, s)) sum = addLogs(sum, sums[before + s - 2]);
      sums[t * places + s] = sum + logs[t * classes + path[s]];
    }
  }
  return sums;
}

/** `[columns, path]`: the same for the columns behind it. */
function backwardSums(logs: Float64Array, path: Uint8Array, classes: number): Float64Array {
  const [columns, places] = [logs.length / classes, path.length];
  const sums = new Float64Array(columns * places).fill(-Infinity);
  const end = (columns - 1) * places;
  sums[end + places - 1] = 0;
  if (places > 1) sums[end + places - 2] = 0;
  for (let t = columns - 2; t >= 0; t--) {
    const [behind, own] = [(t + 1) * places, (t + 1) * classes];
    for (let s = 0; s < places; s++) {
      let sum = sums[behind + s] + logs[own + path[s]];
      if (s + 1 < places) sum = addLogs(sum, sums[behind + s + 1] + logs[own + path[s + 1]]);
      if (isSkip(path, s + 2)) {
        sum = addLogs(sum, sums[behind + s + 2] + logs[own + path[s + 2]]);
      }
      sums[t * places + s] = sum;
    }
  }
  return sums;
}

/** Whether the blank before a place of the path may be left out. */
function isSkip(path: Uint8Array, s: number): boolean {
  return s >= 3 && s < path.length && s % 2 === 1 && path[s] !== path[s - 2];
}

/** A path ends with its last label or with the blank behind it. */
function endSum(last: Float64Array): number {
  const places = last.length;
  return places > 1 ? addLogs(last[places - 1], last[places - 2]) : last[0];
}
