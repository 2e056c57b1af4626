/** Whether something is a space that a study can search.
 *
 * @module
 */

import { numberSettings, settingFault } from "../base/setting_fault.ts";
import { optimiserNames } from "../base/profile.ts";
import { type SettingName, settingNames, type SettingRange, type Space } from "./space.ts";

/** Makes sure that a value, as JSON gives it, is a space.
 *
 * @throws {RangeError} if there is nothing to vary, a setting or kind is unknown, or a range holds values that
 * the setting cannot have
 *
 * @example
 * ```ts
 * import { checkSpace } from "@lib/tune/check_space.ts";
 * import { throws } from "node:assert";
 * const space = checkSpace({ learningRate: { kind: "log-uniform", low: 0.01, high: 1 } });
 * throws(() => checkSpace({ ...space, momentum: { kind: "uniform", low: 0, high: 1 } }), /found 1/);
 * ```
 */
export function checkSpace(given: unknown): Space {
  const entries = typeof given === "object" && given !== null ? Object.entries(given) : [];
  if (entries.length === 0) {
    throw new RangeError(
      `Cannot search ${JSON.stringify(given)}: wanted an object of at least one setting`,
    );
  }
  for (const [name, range] of entries) {
    if (!(settingNames as readonly string[]).includes(name)) {
      throw new RangeError(
        `Cannot search over "${name}": must be one of ${settingNames.join(", ")}`,
      );
    }
    const fault = rangeFault(name as SettingName, range);
    if (fault !== undefined) throw new RangeError(`Cannot search over ${name}: ${fault}`);
  }
  return given as Space;
}

/** The settings that are names, and what they may be. */
const names: { readonly [Name in SettingName]?: readonly unknown[] } = {
  network: ["compact", "deep", "wide", "line"],
  optimiser: optimiserNames,
};
const counts: readonly SettingName[] = ["batchSize", "epochs"];

function rangeFault(name: SettingName, given: unknown): string | undefined {
  if (typeof given !== "object" || given === null) {
    return `found ${JSON.stringify(given)}, wanted an object with a kind`;
  }
  const range = given as SettingRange;
  switch (range.kind) {
    case "choice": {
      const { values } = range;
      if (!Array.isArray(values) || values.length === 0) return "found no values to choose from";
      if (new Set(values).size < values.length) {
        return `found a value twice in ${values.join(", ")}`;
      }
      return firstFault(name, values);
    }
    case "uniform":
    case "log-uniform":
    case "integer": {
      const { kind, low, high } = range;
      if (names[name]) return `found kind "${kind}", wanted "choice"`;
      if (counts.includes(name) && kind !== "integer") {
        return `found kind "${kind}", wanted "integer" or "choice"`;
      }
      if (!(low <= high)) return `found ${low} to ${high}, wanted the low end first`;
      if (kind === "log-uniform" && low <= 0) return `found ${low} as low end, wanted it above 0`;
      if (kind === "integer" && !(Number.isInteger(low) && Number.isInteger(high))) {
        return `found ${low} to ${high}, wanted integers`;
      }
      return firstFault(name, [low, high]);
    }
    default: {
      const { kind } = given as { kind?: unknown };
      const kinds = '"uniform", "log-uniform", "integer" or "choice"';
      return `found kind ${JSON.stringify(kind)}, wanted ${kinds}`;
    }
  }
}

function firstFault(name: SettingName, values: readonly unknown[]): string | undefined {
  return values.map((value) => valueFault(name, value)).find((fault) => fault !== undefined);
}

function valueFault(name: SettingName, value: unknown): string | undefined {
  const known = names[name];
  if (known) {
    if (known.includes(value)) return undefined;
    return `found ${JSON.stringify(value)}, wanted ${known.join(", ")}`;
  }
  if (name === "augmentation") {
    if (typeof value === "number" && value >= 0 && value < Infinity) return undefined;
    return `found ${JSON.stringify(value)}, wanted a factor of at least 0`;
  }
  const number = numberSettings.find((setting) => setting === name);
  return number && settingFault(number, value);
}
