/** The settings that a study varies, and within what.
 *
 * @module
 */

import type { OptimiserName, Profile } from "../base/profile.ts";

/** What a trial sets; the profile decides all that is left out. */
export interface Settings {
  /** The highest rate of the schedule. */
  readonly learningRate?: number;
  /** Images a step. */
  readonly batchSize?: number;
  /** How often all images are seen. */
  readonly epochs?: number;
  /** Share of the last velocity that is kept. */
  readonly momentum?: number;
  /** This share of each weight is added to its gradient. */
  readonly weightDecay?: number;
  /** Share of the target that is spread over the classes. */
  readonly labelSmoothing?: number;
  /** A factor on the profile's shift, rotation, scale and shear: 0 for none of them, 1 for as they are. */
  readonly augmentation?: number;
  /** Which network is trained. */
  readonly network?: Profile["network"];
  /** Factor on the channels of its convolutions. */
  readonly width?: number;
  /** What moves the weights. */
  readonly optimiser?: OptimiserName;
}

/** The name of a setting. */
export type SettingName = keyof Settings;

/** All of them, in the order in which they are drawn and shown. */
export const settingNames = [
  "learningRate",
  "batchSize",
  "epochs",
  "momentum",
  "weightDecay",
  "labelSmoothing",
  "augmentation",
  "network",
  "width",
  "optimiser",
] as const satisfies readonly SettingName[];

/** Numbers between two ends, both included: evenly, evenly in their logarithm, or integers alone. */
export interface Span {
  readonly kind: "uniform" | "log-uniform" | "integer";
  readonly low: number;
  readonly high: number;
}

/** One of several values, which have no order. */
export interface Choice<Value> {
  readonly kind: "choice";
  readonly values: readonly Value[];
}

type RangeOf<Value> = [Value] extends [number] ? Span | Choice<number> : Choice<Value>;

/** What a setting is drawn from. */
export type SettingRange = Span | Choice<number | string>;

/** The settings that are varied, each with its range. */
export type Space = { readonly [Name in SettingName]?: RangeOf<NonNullable<Settings[Name]>> };

/** The settings of a space with their ranges, in the order of {@link settingNames}. */
export function dimensions(space: Space): (readonly [SettingName, SettingRange])[] {
  return settingNames.flatMap((name) => {
    const range: SettingRange | undefined = space[name];
    return range === undefined ? [] : [[name, range] as const];
  });
}

/** Those of the {@link dimensions} that have more than one value. */
export function variedDimensions(space: Space): (readonly [SettingName, SettingRange])[] {
  return dimensions(space).filter(([, range]) => valueAt(range, 0) !== valueAt(range, 1));
}

/** The settings at a point of the unit cube.
 *
 * @param units 0 to 1, one for each of {@link dimensions}
 * @returns numbers in between with four digits, so that they can be typed again
 *
 * @example
 * ```ts
 * import { settingsAt } from "@lib/tune/space.ts";
 * import { deepStrictEqual } from "node:assert";
 * const space = {
 *   learningRate: { kind: "log-uniform", low: 0.01, high: 1 },
 *   batchSize: { kind: "choice", values: [32, 64] },
 * } as const;
 * deepStrictEqual(settingsAt(space, [0.5, 0.7]), { learningRate: 0.1, batchSize: 64 });
 * ```
 */
export function settingsAt(space: Space, units: readonly number[]): Settings {
  return Object.fromEntries(
    dimensions(space).map(([name, range], i) => [name, valueAt(range, units[i])]),
  );
}

/** The value at a place of a range.
 *
 * @param unit 0 for the low end or the first choice, 1 for the high end or the last */
export function valueAt(range: SettingRange, unit: number): number | string {
  if (range.kind === "choice") {
    const { values } = range;
    return values[Math.min(values.length - 1, Math.floor(unit * values.length))];
  }
  const { kind, low, high } = range;
  if (kind === "integer") return Math.min(high, low + Math.floor(unit * (high - low + 1)));
  const value = kind === "uniform" ? low + (high - low) * unit : low * (high / low) ** unit;
  return Math.min(high, Math.max(low, Number(value.toPrecision(4))));
}

/** The place of a value in its range, 0 to 1: the middle of the places that give it. */
export function unitOf(range: SettingRange, value: number | string): number {
  if (range.kind === "choice") return (range.values.indexOf(value) + 0.5) / range.values.length;
  const { kind, low, high } = range;
  if (kind === "integer") return (Number(value) - low + 0.5) / (high - low + 1);
  if (low === high) return 0.5;
  return kind === "uniform"
    ? (Number(value) - low) / (high - low)
    : Math.log(Number(value) / low) / Math.log(high / low);
}
