/** The settings of a run that are plain numbers, each with its bounds. */
const bounds = {
  learningRate: [(value: number) => value > 0, "a number above 0"],
  batchSize: [isCount, "an integer of at least 1"],
  epochs: [isCount, "an integer of at least 1"],
  momentum: [(value: number) => value >= 0 && value < 1, "a number from 0 to below 1"],
  weightDecay: [(value: number) => value >= 0, "a number of at least 0"],
  width: [(value: number) => value >= 0.25 && value <= 8, "a number from 0.25 to 8"],
  labelSmoothing: [(value: number) => value >= 0 && value <= 1, "a number from 0 to 1"],
} as const;

/** A setting of a run that is a plain number. */
export type NumberSetting = keyof typeof bounds;

/** The settings of a run that are plain numbers. */
export const numberSettings = Object.keys(bounds) as readonly NumberSetting[];

/** What is wrong with a number for a setting, as the end of a sentence; `undefined` where nothing is.
 *
 * @example
 * ```ts
 * import { settingFault } from "@lib/base/setting_fault.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(settingFault("momentum", 0.9), undefined);
 * strictEqual(settingFault("momentum", 1), "found 1, wanted a number from 0 to below 1");
 * ```
 */
export function settingFault(name: NumberSetting, value: unknown): string | undefined {
  const [isGood, wanted] = bounds[name];
  if (typeof value === "number" && Number.isFinite(value) && isGood(value)) return undefined;
  return `found ${JSON.stringify(value)}, wanted ${wanted}`;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
