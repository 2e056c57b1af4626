/** The networks of this project by name.
 *
 * @module
 */
import { lineNetwork } from "./line.ts";
import { compactNetwork } from "./compact.ts";
import { deepNetwork } from "./deep.ts";
import type { NetworkOptions } from "./network_options.ts";
import { wideNetwork } from "./wide.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** The networks that can be built by name. */
export type NetworkName = "compact" | "deep" | "wide" | "line";

const builders: Readonly<Record<NetworkName, (options: NetworkOptions) => LayersModel>> = {
  compact: compactNetwork,
  deep: deepNetwork,
  wide: wideNetwork,
  line: lineNetwork,
};

/** An untrained CNN for digits as a stock tfjs Layers model: input `[batch, 28, 28, 1]`, pixels
 * 0 to 1; output `[batch, 10]`, probabilities, or of `wide` `[batch, 11]`, the last that of
 * `nonDigitClass`. Standardising the pixels is its first layers' work.
 *
 * @throws {RangeError} if the deviation is not positive
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { buildNetwork } from "@lib/model/networks/build_network.ts";
 * import { deepStrictEqual } from "node:assert";
 * const model = buildNetwork("compact", { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) });
 * deepStrictEqual(model.outputs[0].shape, [null, 10]);
 * ```
 */
export function buildNetwork(name: NetworkName, options: NetworkOptions): LayersModel {
  if (!(options.deviation > 0)) {
    throw new RangeError(`Cannot standardise by deviation ${options.deviation}: must be positive`);
  }
  return builders[name](options);
}
