import { bestColumns } from "../../backend/ctc/best_columns.ts";
import { labelCount } from "../../backend/ctc/ctc_loss.ts";
import type { Plan } from "../../backend/plan/plan.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { Positions } from "../../preprocess/dataset/batches.ts";
import { scaleToUnit } from "../../preprocess/dataset/scale_to_unit.ts";

/** How a plan does on some images. */
export interface Score {
  /** Sum of their cross-entropies, in nats. */
  readonly loss: number;
  /** How many have their highest logit at the right class; of lines, how many read rightly in all, where each
   * column is taken for what it most probably is. */
  readonly right: number;
}

/** Scores some consecutive images of a data set, as many at a time as the plan takes.
 *
 * @param dataset of the images that the plan takes
 * @param part which images; all by default
 */
export function scoreByPlan(
  plan: Plan,
  { images, labels, size }: Dataset,
  part: Positions = { first: 0, size },
): Score {
  const end = part.first + part.size;
  const [pixels, count] = [images.length / size, labels.length / size];
  let [loss, right] = [0, 0];
  for (let first = part.first; first < end; first += plan.batch) {
    const last = Math.min(first + plan.batch, end);
    const bytes = images.subarray(first * pixels, last * pixels);
    const wanted = labels.subarray(first * count, last * count);
    loss += plan.score(
      plan.takesBytes ? { bytes, shifts: new Int8Array(2 * (last - first)) } : scaleToUnit(bytes),
      wanted,
    );
    const logits = plan.logits(last - first);
    right += plan.columns > 1 ? countRightLines(logits, wanted, plan) : countRight(logits, wanted);
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

function countRightLines(
  logits: Float32Array,
  labels: Uint8Array,
  { columns, classes }: Pick<Plan, "columns" | "classes">,
): number {
  const length = columns * classes;
  const lines = logits.length / length;
  const count = labels.length / lines;
  let right = 0;
  for (let i = 0; i < lines; i++) {
    const wanted = labels.subarray(i * count, (i + 1) * count);
    const read = bestColumns(logits.subarray(i * length, (i + 1) * length), classes);
    right += Number(read.join() === wanted.subarray(0, labelCount(wanted)).join());
  }
  return right;
}
