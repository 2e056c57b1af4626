import type { Metadata } from "./notebook.ts";

/** How far a piece of work is, in numbers and words. */
export interface Progress {
  /** 0 to 1. */
  readonly fraction: number;
  /** One line: `epoch 1/2 · loss 0.12 · 98.9 % · 12 s left`. */
  readonly text: string;
}

/** The progress that a display stands for, which `showProgress` puts into the display's metadata;
 * `undefined` for any other display. */
export function progressOutput(metadata: Metadata): Progress | undefined {
  const { progress } = metadata as { progress?: Partial<Progress> };
  if (typeof progress?.fraction !== "number" || typeof progress.text !== "string") return undefined;
  return { fraction: progress.fraction, text: progress.text };
}
