import type * as tf from "@tensorflow/tfjs";
import { mnistForm } from "../preprocess/mnist_form.ts";
import type { Candidate } from "./candidates.ts";
import { type Classified, classify } from "./classify.ts";

/** What a model says of a candidate, and what it saw. */
export interface ClassifiedForm extends Classified {
  /** `[784]`, 0 paper to 255 full stroke. */
  readonly form: Uint8Array;
}

/** How much surer a candidate must be with the walls of its neighbours than without. */
const lead = 0.05;

/** Classifies candidates; those that may share a wall with a neighbour with it and without, and the
 * surer way counts. */
export async function classifyCandidates(
  model: tf.LayersModel,
  candidates: readonly Candidate[],
): Promise<ClassifiedForm[]> {
  const plain = candidates.map(({ ink }) => mnistForm(ink));
  const places = candidates.flatMap(({ walled }, i) => walled === undefined ? [] : [i]);
  const walled = places.map((i) => mnistForm(candidates[i].walled!.ink));
  const [scores, walledScores] = [await classify(model, plain), await classify(model, walled)];
  const best = scores.map((score, i): ClassifiedForm => ({ ...score, form: plain[i] }));
  places.forEach((i, k) => {
    const other = walledScores[k];
    if (other.confidence > best[i].confidence + lead) best[i] = { ...other, form: walled[k] };
  });
  return best;
}
