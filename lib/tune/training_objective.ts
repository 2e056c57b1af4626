/** What a trial does: it trains a network.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import { runStreams } from "../base/run_streams.ts";
import { buildNetwork } from "../model/networks/build_network.ts";
import { pixelStatistics } from "../preprocess/dataset/pixel_statistics.ts";
import { DivergedError } from "../train/diverged_error.ts";
import { fit } from "../train/fit.ts";
import type { TrainingData } from "../train/training_data.ts";
import { profileWith } from "./profile_with.ts";
import type { Objective } from "./study.ts";
import type { EpochScore } from "./trial.ts";

/** The objective that trains a network and scores it on the validation data after each epoch, all from the same
 * initial weights and on the same data. One that diverges gets the accuracy of chance and an infinite loss, as its
 * last epoch. The test set has no part in it.
 *
 * @param options `profile` gives all that the settings leave open; `workers` is on how many cores it trains, as many
 * as pay off by default; `signal` ends the training
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { searchData } from "@lib/tune/search_data.ts";
 * import { trainingObjective } from "@lib/tune/training_objective.ts";
 * import { ok, strictEqual } from "node:assert";
 * await initBackend();
 * const profile = profileNamed("smoke");
 * const objective = trainingObjective(
 *   searchData(profile, (await loadMnist()).train, 300),
 *   { profile },
 * );
 * const scores = await Array.fromAsync(objective({ learningRate: 0.1, epochs: 3 }));
 * strictEqual(scores.length, 3);
 * ok(scores[2].validationAccuracy > 0.3);
 * ```
 */
export function trainingObjective(
  data: TrainingData,
  { profile, workers, signal }: {
    readonly profile: Profile;
    readonly workers?: number;
    readonly signal?: AbortSignal;
  },
): Objective {
  const statistics = pixelStatistics(data.train);
  const { weights, order } = runStreams(profile.seed);
  return async function* (settings): AsyncGenerator<EpochScore, void> {
    const chosen = profileWith(profile, settings);
    const { network, width } = chosen;
    const model = buildNetwork(network, { ...statistics, rng: weights, width });
    try {
      const options = {
        ...{ ...chosen, rng: order },
        ...(workers && { workers }),
        ...(signal && { signal }),
      };
      for await (const metrics of fit(model, data, options)) {
        if (metrics.kind === "epoch") yield metrics;
      }
    } catch (error) {
      if (!(error instanceof DivergedError)) throw error;
      yield { validationAccuracy: 0.1, validationLoss: Infinity };
    } finally {
      model.dispose();
    }
  };
}
