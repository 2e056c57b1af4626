/** What every network is built with.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";

/** What a network is built from.
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { buildNetwork } from "@lib/model/networks/build_network.ts";
 * import type { NetworkOptions } from "@lib/model/networks/network_options.ts";
 * import { strictEqual } from "node:assert";
 * const options: NetworkOptions = { mean: 0.1307, deviation: 0.3081, rng: rngFromSeed(1) };
 * strictEqual(buildNetwork("compact", options).outputs[0].shape[1], 10);
 * ```
 */
export interface NetworkOptions {
  /** Mean pixel of the training split, 0 to 1; subtracted inside the network. */
  readonly mean: number;
  /** Standard deviation of the same pixels; the network divides by it. */
  readonly deviation: number;
  /** Draws the initial weights. */
  readonly rng: Rng;
  /** Factor on the channels of the convolutions, as MobileNet has it (Howard et al., 2017,
   * https://arxiv.org/abs/1704.04861); 1 where missing. */
  readonly width?: number | undefined;
}
