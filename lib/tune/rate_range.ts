/** The learning rate range test.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import { mean } from "../base/statistics.ts";
import { runStreams } from "../base/run_streams.ts";
import { buildNetwork } from "../model/networks/build_network.ts";
import { pixelStatistics } from "../preprocess/dataset/pixel_statistics.ts";
import { DivergedError } from "../train/diverged_error.ts";
import { fit } from "../train/fit.ts";
import type { FitOptions } from "../train/fit_options.ts";
import type { TrainingData } from "../train/training_data.ts";
import { rangeTestLimits as limits } from "./limits.ts";
import { type SuggestedRate, suggestRate } from "./suggest_rate.ts";

/** The losses of a run while its learning rate rose, and what they say. */
export interface RangeTest extends SuggestedRate {
  /** Of each step. */
  readonly rates: readonly number[];
  /** Of each step, in nats, label smoothing included. */
  readonly losses: readonly number[];
}

/** How a range test goes. */
export interface RangeTestOptions {
  /** Decides all but rate and schedule. */
  readonly profile: Profile;
  /** The rate of the first step. */
  readonly low?: number;
  /** The rate of the last step, where the run does not diverge before. */
  readonly high?: number;
  /** Steps at least; whole epochs are planned. */
  readonly steps?: number;
  /** Ends the run. */
  readonly signal?: AbortSignal;
  /** Called after each step with the share that is done and its rate. */
  readonly onStep?: (share: number, rate: number) => void;
}

/** The learning rate range test (Smith, https://arxiv.org/abs/1506.01186): the loss of one short run while the
 * learning rate rises exponentially, step by step. It ends early once the loss is well above that of the start.
 *
 * @param data only `train` is learned
 * @throws {RangeError} if the rates do not rise, or the loss never falls
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { rangeTest } from "@lib/tune/rate_range.ts";
 * import { searchData } from "@lib/tune/search_data.ts";
 * import { ok } from "node:assert";
 * await initBackend();
 * const profile = profileNamed("smoke");
 * const { suggested } = await rangeTest(searchData(profile, (await loadMnist()).train), { profile });
 * ok(suggested > 0.01 && suggested < 5, `${suggested}`);
 * ```
 */
export async function rangeTest(
  data: TrainingData,
  options: RangeTestOptions,
): Promise<RangeTest> {
  const { profile, low = limits.low, high = limits.high, steps = limits.steps } = options;
  if (!(low > 0 && low < high)) {
    throw new RangeError(
      `Cannot raise the rate from ${low} to ${high}: wanted it to rise, above 0`,
    );
  }
  const each = Math.ceil(data.train.size / profile.batchSize);
  const epochs = Math.ceil(steps / each);
  const { weights, order: rng } = runStreams(profile.seed);
  const { signal } = options;
  const how: FitOptions = {
    ...{ ...profile, epochs, learningRate: low, rng, ...(signal && { signal }) },
    schedule: { kind: "step", every: 1, factor: (high / low) ** (1 / (each * epochs - 1)) },
  };
  const { network, width } = profile;
  const model = buildNetwork(network, { ...pixelStatistics(data.train), rng: weights, width });
  const [rates, losses]: number[][] = [[], []];
  try {
    for await (const metrics of fit(model, data, how)) {
      if (metrics.kind === "epoch") continue;
      rates.push(metrics.learningRate);
      losses.push(metrics.loss);
      options.onStep?.(metrics.step / metrics.steps, metrics.learningRate);
      if (hasDiverged(losses)) break;
    }
  } catch (error) {
    if (!(error instanceof DivergedError)) throw error;
  } finally {
    model.dispose();
  }
  return { rates, losses, ...suggestRate(rates, losses) };
}

/** Whether the last few losses are well above the first few. */
function hasDiverged(losses: readonly number[]): boolean {
  const { few } = limits;
  if (losses.length < 2 * few) return false;
  return mean(losses.slice(-few)) > limits.diverged * mean(losses.slice(0, few));
}
