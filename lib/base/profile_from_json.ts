/** Profiles that are kept in files.
 *
 * @module
 */

import { optimiserNames, type Profile, profileNamed } from "./profile.ts";
import { numberSettings, settingFault } from "./setting_fault.ts";

/** A profile as `JSON.stringify` wrote it, with all that a profile has to have.
 *
 * @param text JSON of a profile
 * @throws {RangeError} if it is no JSON, something is missing or unknown, or a value is one that it cannot have
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { profileFromJson } from "@lib/base/profile_from_json.ts";
 * import { deepStrictEqual, throws } from "node:assert";
 * const mine = { ...profileNamed("quick"), name: "mine", momentum: 0.95 };
 * deepStrictEqual(profileFromJson(JSON.stringify(mine)), mine);
 * throws(() => profileFromJson(JSON.stringify({ ...mine, momentum: 2 })), /momentum: found 2/);
 * ```
 */
export function profileFromJson(text: string): Profile {
  const given = parsed(text);
  const known = [...Object.keys(profileNamed("quick")), ...mayBeMissing];
  const faults = [
    ...Object.keys(given).filter((name) => !known.includes(name)).map((name) =>
      `found ${name}, wanted none but ${known.join(", ")}`
    ),
    ...known.flatMap((name) => {
      const fault = faultOf(name, given[name]);
      return fault === undefined ? [] : [`${name}: ${fault}`];
    }),
    ...split(given),
  ];
  if (faults.length > 0) throw new RangeError(`Cannot take the profile: ${faults[0]}`);
  return given as unknown as Profile;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new RangeError(`Cannot take the profile: found no JSON (${(error as Error).message})`);
  }
  if (isObject(given)) return given;
  throw new RangeError(`Cannot take the profile: found ${shown(given)}, wanted an object`);
}

const mayBeMissing: readonly string[] = ["averageDecay", "optimiser", "width"];

const networks: readonly unknown[] = ["compact", "deep", "wide", "line"];

function faultOf(name: string, value: unknown): string | undefined {
  if (value === undefined && mayBeMissing.includes(name)) return undefined;
  const number = numberSettings.find((setting) => setting === name);
  if (number !== undefined) return settingFault(number, value);
  const [isGood, wanted] = wantedOf(name, value);
  return isGood ? undefined : `found ${shown(value)}, wanted ${wanted}`;
}

function wantedOf(name: string, value: unknown): readonly [boolean, string] {
  switch (name) {
    case "name":
      return [
        typeof value === "string" && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value),
        "a name of letters, digits, dots, hyphens and underscores",
      ];
    case "network":
      return [networks.includes(value), networks.join(", ")];
    case "seed":
      return [Number.isSafeInteger(value), "an integer"];
    case "images":
    case "validationSize":
      return [Number.isSafeInteger(value) && Number(value) >= 1, "an integer of at least 1"];
    case "nesterov":
      return [typeof value === "boolean", "true or false"];
    case "averageDecay":
      return [isBelowOne(value), "a number from 0 to below 1, or nothing"];
    case "optimiser":
      return [
        (optimiserNames as readonly unknown[]).includes(value),
        `${optimiserNames.join(", ")}, or nothing`,
      ];
    case "schedule":
      return [isSchedule(value), wantedSchedule];
    default:
      return [isAugmentation(value), wantedAugmentation];
  }
}

const wantedSchedule = '{"kind": "constant"}, {"kind": "cosine"}, {"kind": "one-cycle", ' +
  '"warmUp": 0 to below 1} or {"kind": "step", "every": N, "factor": X}';

function isSchedule(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, warmUp, every, factor } = value;
  switch (kind) {
    case "constant":
    case "cosine":
      return true;
    case "one-cycle":
      return isBelowOne(warmUp);
    case "step":
      return Number.isSafeInteger(every) && Number(every) >= 1 && isAtLeast(factor, 0);
    default:
      return false;
  }
}

const wantedAugmentation = '"handwriting", "lines" or an object of shift, rotation, scale, shear ' +
  "and group, none below 0, scale below 1, group an integer of at least 1, and, where wanted, disturbed from 0 to 1";

function isAugmentation(value: unknown): boolean {
  if (value === "handwriting" || value === "lines") return true;
  if (!isObject(value)) return false;
  const { shift, rotation, scale, shear, group, disturbed = 0 } = value;
  const isMoved = rotation !== 0 || scale !== 0 || shear !== 0 || disturbed !== 0;
  const isWhole = isMoved || Number.isInteger(shift);
  return [shift, rotation, shear].every((limit) => isAtLeast(limit, 0)) && isBelowOne(scale) &&
    isWhole && Number.isSafeInteger(group) && Number(group) >= 1 && isAtLeast(disturbed, 0) &&
    Number(disturbed) <= 1;
}

function split({ images, validationSize }: Readonly<Record<string, unknown>>): string[] {
  if (Number(validationSize) < Number(images)) return [];
  return [`validationSize: found ${validationSize} of ${images} images, wanted some left to learn`];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isAtLeast(value: unknown, least: number): boolean {
  return typeof value === "number" && value >= least && value < Infinity;
}

function isBelowOne(value: unknown): boolean {
  return isAtLeast(value, 0) && Number(value) < 1;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
