import type { LayersModel } from "../../backend/layers_model.ts";
import type { Dataset } from "../../download/dataset.ts";
import { evaluate, type Evaluation } from "../../evaluate/evaluate.ts";
import { type McNemar, mcnemar } from "../../evaluate/mcnemar.ts";
import { toldApart } from "../../evaluate/told_apart.ts";

/** A model that was compared with another one. */
export interface Comparison extends McNemar {
  /** What the other one is called. */
  readonly model: string;
  /** The other one's. */
  readonly accuracy: number;
}

/** Compares what a model said of a data set with what another one says of it.
 *
 * @param name of the other one
 */
export async function compared(
  test: Dataset,
  { predictions }: Evaluation,
  other: LayersModel,
  name: string,
): Promise<Comparison> {
  const theirs = await evaluate(other, test);
  const rights = [predictions, theirs.predictions].map(({ labels }) =>
    Array.from(labels, (label, i) => label === test.labels[i])
  );
  return { model: name, accuracy: theirs.accuracy, ...mcnemar(rights[0], rights[1]) };
}

/** A comparison as a sentence.
 *
 * @param name of the first model
 */
export function comparisonText(against: Comparison, name: string): string {
  return `${toldApart(against, name, against.model)}.`;
}
