/** Comparing candidates on validation images.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import type { TrainingData } from "../train/training_data.ts";
import type { Candidate } from "./grid.ts";
import { trainingObjective } from "./training_objective.ts";
import { compareTrials } from "./trial.ts";

/** How a candidate did. */
export interface SearchResult extends Candidate {
  /** After its last epoch, 0 to 1; chance, 0.1, if it diverged. */
  readonly validationAccuracy: number;
  /** In nats; infinite if it diverged. */
  readonly validationLoss: number;
  /** How long training and scoring took. */
  readonly seconds: number;
}

/** Trains one network for each candidate, all from the same initial weights and on the same data,
 * and tells after each how it did on the validation data. The test set has no part in it.
 *
 * @param data usually a subset of the training split, and the validation split
 * @param options `profile` gives all that the candidates leave open; `signal` ends the search
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { grid } from "@lib/tune/grid.ts";
 * import { bestResult, search } from "@lib/tune/search.ts";
 * import { searchData } from "@lib/tune/search_data.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const profile = profileNamed("smoke");
 * const data = searchData(profile, (await loadMnist()).train, 300);
 * const candidates = grid({ learningRate: [1e-6, 0.1], batchSize: [50], epochs: [1] });
 * const results = await Array.fromAsync(search(candidates, data, { profile }));
 * strictEqual(bestResult(results).learningRate, 0.1);
 * ```
 */
export async function* search(
  candidates: readonly Candidate[],
  data: TrainingData,
  { profile, signal }: { readonly profile: Profile; readonly signal?: AbortSignal },
): AsyncGenerator<SearchResult, void> {
  const objective = trainingObjective(data, { profile, ...(signal && { signal }) });
  for (const candidate of candidates) {
    const start = performance.now();
    const { validationAccuracy, validationLoss } = (await Array.fromAsync(objective(candidate)))
      .at(-1)!;
    const seconds = (performance.now() - start) / 1000;
    yield { ...candidate, validationAccuracy, validationLoss, seconds };
  }
}

/** The result with the highest validation accuracy; of equals the one with the lower loss.
 *
 * @throws {RangeError} if there are no results
 */
export function bestResult(results: readonly SearchResult[]): SearchResult {
  if (results.length === 0) throw new RangeError("Cannot choose the best of 0 results");
  return results.toSorted(compareTrials)[0];
}
