import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { isBar } from "@lib/preprocess/writing/is_bar.ts";
import { labelLimits as limits } from "./limits.ts";
import { foreign, type OwnedLine } from "./written_line.ts";

/** What candidates are, by whose ink they hold: a digit where one has nearly all of it and hardly anything else; no
 * digit where it lacks much of every digit, or has much besides. A wall that two digits share is of both: neither
 * lacks it, and to neither it is foreign. Nobody can tell a bar from a 1.
 *
 * @param candidates in the pixels of the line
 * @returns of each the digit, or `nonDigitClass`; `undefined` where nobody could tell
 */
export function labelCandidates(
  candidates: readonly BoxedInk[],
  { owners, labels, ink: { width } }: OwnedLine,
): (number | undefined)[] {
  const whole = ownersIn(owners);
  return candidates.map(({ box, ink }) => {
    const held = new Uint16Array(ink.pixels.length);
    for (let y = 0, i = 0; y < box.height; y++) {
      for (let x = 0; x < box.width; x++, i++) {
        if (ink.pixels[i] > 0) held[i] = owners[(box.y + y) * width + box.x + x];
      }
    }
    const part = ownersIn(held);
    if (part.own.every((count) => count === 0)) return isBar(ink) ? undefined : nonDigitClass;
    const shares = labels.map((_, i) => whole.alone[i] === 0 ? 0 : part.alone[i] / whole.alone[i]);
    const best = shares.indexOf(Math.max(...shares));
    const [own, other] = [shares[best], 1 - part.own[best] / part.total];
    if (own >= limits.whole && other <= limits.clean) return labels[best];
    return own <= limits.piece || other >= limits.join ? nonDigitClass : undefined;
  });
}

/** How many pixels are each digit's alone, how many its own or shared, and how many are of any stroke. */
function ownersIn(owners: Uint16Array): {
  readonly alone: Uint32Array;
  readonly own: Uint32Array;
  readonly total: number;
} {
  const [alone, own] = [new Uint32Array(16), new Uint32Array(16)];
  let total = 0;
  for (const owner of owners) {
    if (owner === 0) continue;
    total++;
    if (owner === foreign) continue;
    const last = 31 - Math.clz32(owner);
    if (owner === 1 << last) alone[last]++;
    for (let i = 0; i <= last; i++) own[i] += (owner >> i) & 1;
  }
  return { alone, own, total };
}
