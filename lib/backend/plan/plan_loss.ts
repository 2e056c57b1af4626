import { ctcLoss, noLabel } from "../ctc/ctc_loss.ts";
import type { PlanParts } from "./allocate.ts";

/** What a plan learns by: the loss of the last logits, and the gradient to them. */
export interface PlanLoss {
  /** Takes what some images should be.
   *
   * @param labels for `size` images
   * @param smoothing share of the target that is spread evenly over the classes, 0 to 1
   * @throws {RangeError} if the numbers do not go together */
  take(labels: Uint8Array, size: number, smoothing: number): void;
  /** Computes the sum of the losses in nats, and leaves the gradient to the logits, times `scale`. */
  compute(size: number, smoothing: number, scale: number): number;
}

/** The loss of a plan: cross-entropy where the model tells the class of an image, that of connectionist
 * temporal classification where it tells the classes of columns. */
export function planLoss(parts: PlanParts, columns: number): PlanLoss {
  return columns > 1 ? sequenceLoss(parts, columns) : classLoss(parts);
}

function classLoss({ runtime, logits, addresses }: PlanParts): PlanLoss {
  const classes = logits.shape[2];
  return {
    take(labels, size, smoothing): void {
      if (labels.length !== size) {
        throw new RangeError(
          `Cannot compute ${size} images with ${labels.length} labels: wanted one for each`,
        );
      }
      checkLabels(labels, (label) => label < classes, classes);
      checkSmoothing(smoothing, 1);
      new Uint8Array(runtime.floats.buffer, addresses.labels, size).set(labels);
    },
    compute(size, smoothing, scale): number {
      return runtime.kernels.softmaxCrossEntropy(
        ...[logits.address, addresses.labels, logits.gradient!.address] as const,
        ...[size, classes, classes, smoothing, scale] as const,
      );
    },
  };
}

function sequenceLoss({ runtime, logits }: PlanParts, columns: number): PlanLoss {
  const classes = logits.shape[2];
  const length = columns * classes;
  let taken: Uint8Array = new Uint8Array(0);
  const part = (address: number, i: number): Float32Array => {
    const first = address / 4 + i * length;
    return runtime.floats.subarray(first, first + length);
  };
  return {
    take(labels, size, smoothing): void {
      if (size > 0 && labels.length % size !== 0) {
        throw new RangeError(
          `Cannot compute ${size} lines with ${labels.length} labels: wanted as many for each`,
        );
      }
      checkLabels(labels, (label) => label < classes - 1 || label === noLabel, classes - 1);
      checkSmoothing(smoothing, 0);
      taken = labels;
    },
    compute(size, _smoothing, scale): number {
      const count = taken.length / Math.max(1, size);
      let sum = 0;
      for (let i = 0; i < size; i++) {
        const labels = taken.subarray(i * count, (i + 1) * count);
        const line = { logits: part(logits.address, i), classes, labels };
        sum += ctcLoss(line, part(logits.gradient!.address, i), scale);
      }
      return sum;
    },
  };
}

function checkLabels(labels: Uint8Array, isKnown: (label: number) => boolean, most: number): void {
  const wrong = labels.findIndex((label) => !isKnown(label));
  if (wrong < 0) return;
  throw new RangeError(`Cannot learn label ${labels[wrong]} at ${wrong}: must be below ${most}`);
}

function checkSmoothing(smoothing: number, most: number): void {
  if (smoothing >= 0 && smoothing <= most) return;
  throw new RangeError(
    `Cannot smooth labels by ${smoothing}: must be ${most === 0 ? "0 for lines" : "0 to 1"}`,
  );
}
