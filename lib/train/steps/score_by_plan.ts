import type { Plan } from "../../backend/plan/plan.ts";
import type { Dataset } from "../../download/dataset.ts";
import { pixelsPerImage } from "../../image/digit_size.ts";
import type { Positions } from "../../preprocess/dataset/batches.ts";
import { scaleToUnit } from "../../preprocess/dataset/scale_to_unit.ts";

/** How a plan does on some images. */
export interface Score {
  /** Sum of their cross-entropies, in nats. */
  readonly loss: number;
  /** How many have their highest logit at the right class. */
  readonly right: number;
}

/** Scores some consecutive images of a data set, as many at a time as the plan takes.
 *
 * @param plan takes images `[28, 28, 1]`
 * @param part which images; all by default
 */
export function scoreByPlan(
  plan: Plan,
  { images, labels, size }: Dataset,
  part: Positions = { first: 0, size },
): Score {
  const end = part.first + part.size;
  let [loss, right] = [0, 0];
  for (let first = part.first; first < end; first += plan.batch) {
    const last = Math.min(first + plan.batch, end);
    const bytes = images.subarray(first * pixelsPerImage, last * pixelsPerImage);
    const wanted = labels.subarray(first, last);
    loss += plan.score(
      plan.takesBytes ? { bytes, shifts: new Int8Array(2 * (last - first)) } : scaleToUnit(bytes),
      wanted,
    );
    right += countRight(plan.logits(last - first), wanted);
  }
  return { loss, right };
}

function countRight(logits: Float32Array, labels: Uint8Array): number {
  const classes = logits.length / labels.length;
  let right = 0;
  for (const [i, label] of labels.entries()) {
    const scores = logits.subarray(i * classes, (i + 1) * classes);
    if (scores.indexOf(Math.max(...scores)) === label) right++;
  }
  return right;
}
