/** How the settings of the next trial are chosen.
 *
 * @module
 */

import type { Rng } from "../base/rng.ts";
import { halton } from "./halton.ts";
import { parzen } from "./parzen.ts";
import { dimensions, type Settings, settingsAt, type Space } from "./space.ts";
import type { Trial } from "./trial.ts";

/** The samplers by name: `random` draws evenly, `halton` fills the space more evenly than chance does, `tpe` learns
 * from the trials before. */
export const samplerNames = ["random", "halton", "tpe"] as const;

/** The name of a sampler. */
export type SamplerName = typeof samplerNames[number];

/** The settings of the trial that follows some others. It hangs on the stream, the space and the trials alone:
 * a study that was cut off goes on as if it had not been.
 *
 * @param rng of the study; not drawn from
 * @param trials those before it that are known, in their order
 * @param number of the trial; by default it is the one after these
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { nextSettings } from "@lib/tune/sampler.ts";
 * import { deepStrictEqual } from "node:assert";
 * const space = { epochs: { kind: "integer", low: 1, high: 9 } } as const;
 * const first = nextSettings("random", space, rngFromSeed(1), []);
 * deepStrictEqual(nextSettings("random", space, rngFromSeed(1), []), first);
 * ```
 */
export function nextSettings(
  sampler: SamplerName,
  space: Space,
  rng: Rng,
  trials: readonly Trial[],
  number: number = trials.length,
): Settings {
  const size = dimensions(space).length;
  switch (sampler) {
    case "random": {
      const own = rng.stream("random").fork(number);
      return settingsAt(space, Array.from({ length: size }, () => own.uniform()));
    }
    case "halton":
      return settingsAt(space, halton(number, size, rng.stream("halton")));
    case "tpe":
      return parzen(space, rng.stream("tpe"), trials, number);
  }
}
