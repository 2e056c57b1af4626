/** Profiles: everything that decides how a training run goes, as plain data.
 *
 * @module
 */

import { checkDenoVersion } from "./deno_version.ts";

/** How the learning rate moves from the first step of a training run to the last. */
export type Schedule =
  | { readonly kind: "constant" }
  | { readonly kind: "step"; readonly every: number; readonly factor: number }
  | { readonly kind: "cosine" }
  | { readonly kind: "one-cycle"; readonly warmUp: number };

/** What moves the weights: stochastic gradient descent, or Adam (Kingma and Ba, 2015,
 * https://arxiv.org/abs/1412.6980), which wants rates about fifty times smaller. */
export const optimiserNames = ["sgd", "adam"] as const;

/** The name of an optimiser. */
export type OptimiserName = typeof optimiserNames[number];

/** The names of the profiles, smallest first. */
export const profileNames = ["smoke", "quick", "best", "handwriting", "lines"] as const;

/** `smoke` for tests, `quick` for the notebooks (seconds, both), `best` and `handwriting` for the
 * models that the project ships: the MNIST model and the handwriting model. */
export type ProfileName = typeof profileNames[number];

/** The profiles that the notebooks run on. `handwriting` is none: it takes the better part of an hour, and
 * trains a model with an eleventh class, which is not the one that the course evaluates. */
export const notebookProfileNames = ["smoke", "quick", "best"] as const;

/** Names of old, taken for one release. */
const aliases: Readonly<Record<string, ProfileName>> = { reading: "handwriting" };

/** Everything that decides how a training run goes, as plain data. */
export interface Profile {
  /** What it is called: one of {@link profileNames}, or what its file says. */
  readonly name: string;
  /** Which network of `lib/model/` is trained. */
  readonly network: "compact" | "deep" | "wide" | "line";
  /** Factor on the channels of its convolutions; as the network is, 1, where missing. */
  readonly width?: number;
  /** The seed of the run: same seed, same weights. */
  readonly seed: number;
  /** How many of the 60,000 training images are used, validation included. */
  readonly images: number;
  /** How many of these are held back for validation. */
  readonly validationSize: number;
  /** How often all images are seen. */
  readonly epochs: number;
  /** Images a step. */
  readonly batchSize: number;
  /** The highest rate that the schedule reaches. */
  readonly learningRate: number;
  /** How the learning rate moves. */
  readonly schedule: Schedule;
  /** What moves the weights; SGD where missing. */
  readonly optimiser?: OptimiserName;
  /** Share of the last velocity that is kept, 0 to below 1. */
  readonly momentum: number;
  /** Whether steps look ahead along the velocity. */
  readonly nesterov: boolean;
  /** This share of each weight is added to its gradient. */
  readonly weightDecay: number;
  /** Share of the target probability that is spread evenly over the classes, 0 to 1. */
  readonly labelSmoothing: number;
  /** Decay of a moving average of the weights; none is kept where it is missing. */
  readonly averageDecay?: number;
  /** How training images are moved: shift in pixels, rotation in degrees, scale as a fraction, each
   * in both directions; `group` images share one draw; `disturbed`, the share of them, 0 to 1, on
   * which light, paper, pens and dust are drawn that no clean image has. `"handwriting"`: they are turned into
   * what a reader of photographs meets, things that are no digits among them, and so are the validation
   * images. */
  readonly augmentation: "handwriting" | "lines" | {
    readonly shift: number;
    readonly rotation: number;
    readonly scale: number;
    readonly shear: number;
    readonly group: number;
    readonly disturbed?: number;
  };
}

const quick: Profile = {
  name: "quick",
  network: "compact",
  seed: 1,
  images: 60_000,
  validationSize: 5_000,
  epochs: 2,
  batchSize: 32,
  learningRate: 0.2,
  schedule: { kind: "one-cycle", warmUp: 0.2 },
  momentum: 0.9,
  nesterov: true,
  weightDecay: 5e-4,
  labelSmoothing: 0.1,
  augmentation: { shift: 1, rotation: 0, scale: 0, shear: 0, group: 8 },
};

const profiles: Readonly<Record<ProfileName, Profile>> = {
  smoke: { ...quick, name: "smoke", images: 2_500, validationSize: 500, epochs: 2 },
  quick,
  // Of the shares 0.35, 0.2, 0.15 and 0.06 of disturbed images, the smallest: with it, 96 % of the validation images
  // are read when corrupted as in MNIST-C, on average, which is enough.
  best: {
    ...quick,
    name: "best",
    network: "deep",
    epochs: 32,
    batchSize: 64,
    averageDecay: 0.999,
    augmentation: { shift: 2, rotation: 12, scale: 0.12, shear: 0.15, group: 1, disturbed: 0.06 },
  },
  handwriting: {
    ...quick,
    name: "handwriting",
    network: "wide",
    epochs: 50,
    batchSize: 64,
    schedule: { kind: "one-cycle", warmUp: 0.15 },
    labelSmoothing: 0.05,
    averageDecay: 0.999,
    augmentation: "handwriting",
  },
  lines: {
    ...quick,
    name: "lines",
    network: "line",
    epochs: 16,
    batchSize: 64,
    learningRate: 0.03,
    schedule: { kind: "one-cycle", warmUp: 0.1 },
    weightDecay: 1e-4,
    labelSmoothing: 0,
    averageDecay: 0.999,
    augmentation: "lines",
  },
};

/** The profile of that name.
 *
 * @param name one of {@link profileNames}; `reading`, the old name of `handwriting`, is taken as well
 * @throws {RangeError} if there is none
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(profileNamed("quick").network, "compact");
 * strictEqual(profileNamed("reading").name, "handwriting");
 * ```
 */
export function profileNamed(name: string): Profile {
  const known = Object.hasOwn(aliases, name) ? aliases[name] : name;
  if (!(profileNames as readonly string[]).includes(known)) {
    throw new RangeError(`Cannot use profile "${name}": must be ${profileNames.join(", ")}`);
  }
  return profiles[known as ProfileName];
}

/** The profile of that name, if the notebooks run on it, and on this Deno. Their first cell asks for it.
 *
 * @throws {RangeError} if there is none, or the notebooks do not run on it, or Deno is too old for them
 *
 * @example
 * ```ts
 * import { notebookProfile } from "@lib/base/profile.ts";
 * import { strictEqual, throws } from "node:assert";
 * strictEqual(notebookProfile("quick").epochs, 2);
 * throws(() => notebookProfile("handwriting"), /deno task train --profile handwriting/);
 * ```
 */
export function notebookProfile(name: string): Profile {
  checkDenoVersion();
  const profile = profileNamed(name);
  if ((notebookProfileNames as readonly string[]).includes(profile.name)) return profile;
  throw new RangeError(
    `Cannot run notebooks on profile "${profile.name}": must be ` +
      `${notebookProfileNames.join(", ")}; "deno task train --profile ${profile.name}" trains it`,
  );
}
