/** A study as axes and lines.
 *
 * @module
 */

import { type SettingRange, type Space, unitOf, valueAt, variedDimensions } from "./space.ts";
import type { Trial } from "./trial.ts";
import { settingWords } from "./setting_words.ts";

/** What `parallelCoordinates` draws of a study: an axis for each setting that varies, with its ends and middle or
 * its choices, and the places of each trial on them.
 *
 * @example
 * ```ts
 * import { trialAxes } from "@lib/tune/trial_axes.ts";
 * import { deepStrictEqual } from "node:assert";
 * const space = { momentum: { kind: "uniform", low: 0.5, high: 0.9 } } as const;
 * const { axes } = trialAxes(space, []);
 * deepStrictEqual(axes[0].ticks.map(({ text }) => text), ["0.5", "0.7", "0.9"]);
 * ```
 */
export function trialAxes(space: Space, trials: readonly Trial[]): {
  readonly axes: readonly {
    readonly name: string;
    readonly ticks: readonly { readonly at: number; readonly text: string }[];
  }[];
  readonly lines: readonly (Trial & { readonly places: readonly number[] })[];
} {
  const varied = variedDimensions(space);
  return {
    axes: varied.map(([name, range]) => ({ name: settingWords[name], ticks: ticksOf(range) })),
    lines: trials.map((trial) => ({
      ...trial,
      places: varied.map(([name, range]) => unitOf(range, trial.settings[name]!)),
    })),
  };
}

function ticksOf(range: SettingRange): { readonly at: number; readonly text: string }[] {
  const values = range.kind === "choice"
    ? range.values
    : [...new Set([0, 0.5, 1].map((unit) => valueAt(range, unit)))];
  const isExact = range.kind === "choice" || range.kind === "integer";
  return values.map((value) => ({
    at: unitOf(range, value),
    text: isExact ? String(value) : short(Number(value)),
  }));
}

function short(value: number): string {
  const rounded = Number(value.toPrecision(2));
  return rounded !== 0 && Math.abs(rounded) < 1e-3 ? rounded.toExponential() : String(rounded);
}
