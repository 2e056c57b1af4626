import type { Profile } from "@lib/base/profile.ts";

/** An accuracy to reach, and the recipe by which. */
export interface Level {
  /** Of the test set, 0 to 1. */
  readonly accuracy: number;
  /** From the start of the process to the saved model: the target. */
  readonly seconds: number;
  readonly profile: Profile["name"] & ("quick" | "best");
  readonly epochs: number;
  /** How far images are varied, as `train --warp` takes it; as the profile says where it is missing. */
  readonly warp?: number;
  /** For how many seeds PyTorch takes its turn: where it takes minutes, for one. */
  readonly peerSeeds: number;
  /** Whether it is measured only where it is named, for it takes minutes. */
  readonly isLong: boolean;
}

const [short, long] = [{ peerSeeds: 5, isLong: false }, { peerSeeds: 1, isLong: true }];

/** Chosen by the accuracy on validation images of seeds that are not measured: see `bench/README.md`. */
export const levels: readonly Level[] = [
  { accuracy: 0.99, seconds: 2, profile: "quick", epochs: 2, ...short },
  {
    accuracy: 0.994,
    seconds: 15,
    profile: "quick",
    epochs: 8,
    warp: 0.5,
    ...short,
  },
  { accuracy: 0.995, seconds: 40, profile: "best", epochs: 4, ...long },
  { accuracy: 0.996, seconds: 120, profile: "best", epochs: 12, ...long },
];
