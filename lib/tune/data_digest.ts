import { sha256 } from "../base/sha256.ts";
import type { TrainingData } from "../train/training_data.ts";

/** A digest of what is learned and validated on, by which a study knows its data again. */
export function dataDigest({ train, validation }: TrainingData): string {
  const parts = [train, validation].flatMap(({ images, labels }) => [images, labels]);
  return sha256(new TextEncoder().encode(parts.map((part) => sha256(part)).join(" ")));
}
