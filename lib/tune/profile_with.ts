/** A profile with other settings.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import type { Settings } from "./space.ts";

/** The profile with the settings of a trial in place of its own.
 *
 * @throws {RangeError} if they scale an augmentation that goes by a name, which has no numbers, or name a network
 * that reads lines where the profile's reads digits, or the other way round
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { profileWith } from "@lib/tune/profile_with.ts";
 * import { deepStrictEqual } from "node:assert";
 * const { epochs, augmentation } = profileWith(profileNamed("best"), { augmentation: 0.5 });
 * deepStrictEqual(
 *   [epochs, augmentation],
 *   [32, { shift: 1, rotation: 6, scale: 0.06, shear: 0.075, group: 1, disturbed: 0.06 }],
 * );
 * ```
 */
export function profileWith(profile: Profile, settings: Settings): Profile {
  const { augmentation: factor, ...rest } = settings;
  if (rest.network !== undefined && (rest.network === "line") !== (profile.network === "line")) {
    throw new RangeError(
      `Cannot train network "${rest.network}" on profile ${profile.name}: found its images made for ` +
        `"${profile.network}", wanted a network that reads the same; leave it out of the space`,
    );
  }
  if (factor === undefined) return { ...profile, ...rest };
  const { augmentation } = profile;
  if (typeof augmentation === "string") {
    throw new RangeError(
      `Cannot scale the augmentation of profile ${profile.name}: found "${augmentation}", wanted ` +
        "one of numbers; leave augmentation out of the space",
    );
  }
  const scaled = {
    shift: factor * augmentation.shift,
    rotation: factor * augmentation.rotation,
    scale: factor * augmentation.scale,
    shear: factor * augmentation.shear,
  };
  const isShiftAlone = scaled.rotation === 0 && scaled.scale === 0 && scaled.shear === 0;
  // A shift alone moves by whole pixels.
  const shift = isShiftAlone ? Math.round(scaled.shift) : scaled.shift;
  return { ...profile, ...rest, augmentation: { ...augmentation, ...scaled, shift } };
}
