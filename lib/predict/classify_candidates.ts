import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { leads } from "./limits.ts";
import type { Candidate } from "./segment/candidates.ts";
import { type Classified, classify } from "../model/classify.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** What a model says of a candidate, and what it saw. */
export interface ClassifiedCandidate extends Classified {
  /** `[784]`, the normalised digit: 0 paper to 255 full stroke. */
  readonly normalised: Uint8Array;
}

/** Classifies candidates; those that may share a wall with a neighbour with it and without, and the
 * surer way counts: the model is not asked of it where it could not be surer by enough. */
export async function classifyCandidates(
  model: LayersModel,
  candidates: readonly Candidate[],
): Promise<ClassifiedCandidate[]> {
  const plain = candidates.map(({ ink }) => normaliseDigit(ink));
  const scores = await classify(model, plain);
  const best = scores.map((score, i): ClassifiedCandidate => ({ ...score, normalised: plain[i] }));
  const places = [...candidates.keys()].filter((i) => {
    return candidates[i].walled !== undefined && scores[i].confidence + leads.walled < 1;
  });
  const walled = places.map((i) => normaliseDigit(candidates[i].walled!.ink));
  const walledScores = await classify(model, walled);
  places.forEach((i, k) => {
    const other = walledScores[k];
    if (other.confidence > best[i].confidence + leads.walled) {
      best[i] = { ...other, normalised: walled[k] };
    }
  });
  return best;
}
