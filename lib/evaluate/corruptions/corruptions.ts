/** The corruptions of MNIST-C.
 *
 * @module
 */

import { brightness } from "./brightness.ts";
import { cannyEdges } from "./canny_edges.ts";
import type { Corruption, Severity } from "./corruption.ts";
import { dottedLine } from "./dotted_line.ts";
import { fog } from "./fog.ts";
import { glassBlur } from "./glass_blur.ts";
import { impulseNoise } from "./impulse_noise.ts";
import { motionBlur } from "./motion_blur.ts";
import { rotate } from "./rotate.ts";
import { scale } from "./scale.ts";
import { shear } from "./shear.ts";
import { shotNoise } from "./shot_noise.ts";
import { spatter } from "./spatter.ts";
import { stripe } from "./stripe.ts";
import { translate } from "./translate.ts";
import { zigzag } from "./zigzag.ts";

/** The names of the corruptions, as MNIST-C's files have them but for the underscores, in its order. */
export type CorruptionName =
  | "shot noise"
  | "impulse noise"
  | "glass blur"
  | "motion blur"
  | "shear"
  | "scale"
  | "rotate"
  | "brightness"
  | "translate"
  | "stripe"
  | "fog"
  | "spatter"
  | "dotted line"
  | "zigzag"
  | "canny edges";

/** A corruption, and the severity at which MNIST-C has it. */
export interface NamedCorruption {
  /** Spoils one image. */
  readonly corrupt: Corruption;
  /** MNIST-C's; `undefined` for those that have one strength only. */
  readonly severity: Severity | undefined;
}

/** The 15 corruptions of MNIST-C ([Mu and Gilmer, 2019](https://arxiv.org/abs/1906.02337)), written anew from
 * their description: the same kinds at the same strengths, but other random numbers, and fog, glass and motion
 * drawn in ways of their own. Accuracies on them may be compared among models here, not with those in papers to
 * the last digit.
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { corruptions } from "@lib/evaluate/corruptions/corruptions.ts";
 * import { strictEqual } from "node:assert";
 * const { corrupt } = corruptions["brightness"];
 * strictEqual(corrupt(new Float32Array(784), 5, rngFromSeed(1))[0], 0.5); // paper is grey
 * ```
 */
export const corruptions: Readonly<Record<CorruptionName, NamedCorruption>> = {
  "shot noise": { corrupt: shotNoise, severity: 5 },
  "impulse noise": { corrupt: impulseNoise, severity: 4 },
  "glass blur": { corrupt: glassBlur, severity: 1 },
  "motion blur": { corrupt: motionBlur, severity: 1 },
  shear: { corrupt: shear, severity: 2 },
  scale: { corrupt: scale, severity: 3 },
  rotate: { corrupt: rotate, severity: 2 },
  brightness: { corrupt: brightness, severity: 5 },
  translate: { corrupt: translate, severity: 3 },
  stripe: { corrupt: stripe, severity: undefined },
  fog: { corrupt: fog, severity: 5 },
  spatter: { corrupt: spatter, severity: 4 },
  "dotted line": { corrupt: dottedLine, severity: undefined },
  zigzag: { corrupt: zigzag, severity: undefined },
  "canny edges": { corrupt: cannyEdges, severity: undefined },
};
