import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { isBar } from "@lib/preprocess/writing/is_bar.ts";
import { labelLimits as limits } from "./limits.ts";
import { foreign, type OwnedLine } from "./written_line.ts";

/** What candidates are, by whose ink they hold: a digit where one has nearly all of it and hardly anything else; no
 * digit where it lacks much of every digit, or has much besides. A wall that two digits share is of both: neither
 * lacks it, and to neither it is foreign. Of a digit that was cut roughly everywhere, the best of what is between is
 * the digit: the reader has no better to choose. Nobody can tell a bar from a 1.
 *
 * @param candidates of a whole line, in its pixels
 * @returns of each the digit, or `nonDigitClass`; `undefined` where nobody could tell
 */
export function labelCandidates(
  candidates: readonly BoxedInk[],
  line: OwnedLine,
): (number | undefined)[] {
  const whole = ownersIn(line.owners);
  const holdings = candidates.map((candidate) => holdingOf(candidate, line, whole.alone));
  const isWhole = ({ share, other }: Holding): boolean => {
    return share >= limits.whole && other <= limits.clean;
  };
  const isNone = ({ share, other }: Holding): boolean => {
    return share <= limits.piece || other >= limits.join;
  };
  const rough = line.labels.map((_, digit) => {
    const own = holdings.filter((holding) => holding.digit === digit && !isNone(holding));
    if (own.some(isWhole)) return undefined;
    return own.toSorted((a, b) => b.share - b.other - (a.share - a.other)).at(0);
  });
  return holdings.map((holding, i) => {
    const { digit } = holding;
    if (digit === undefined) return isBar(candidates[i].ink) ? undefined : nonDigitClass;
    if (isWhole(holding) || rough[digit] === holding) return line.labels[digit];
    return isNone(holding) ? nonDigitClass : undefined;
  });
}

/** What a candidate holds. */
interface Holding {
  /** The place of the digit of which it has the largest share; `undefined` where it has nothing of any. */
  readonly digit: number | undefined;
  /** Which share of that digit it has. */
  readonly share: number;
  /** Which share of it is foreign. */
  readonly other: number;
}

/** @param alone how many pixels of the line are each digit's alone */
function holdingOf(
  { box, ink }: BoxedInk,
  { owners, labels, ink: { width } }: OwnedLine,
  alone: Uint32Array,
): Holding {
  const held = new Uint16Array(ink.pixels.length);
  for (let y = 0, i = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++, i++) {
      if (ink.pixels[i] > 0) held[i] = owners[(box.y + y) * width + box.x + x];
    }
  }
  const part = ownersIn(held);
  if (part.own.every((count) => count === 0)) return { digit: undefined, share: 0, other: 1 };
  const shares = labels.map((_, i) => alone[i] === 0 ? 0 : part.alone[i] / alone[i]);
  const share = Math.max(...shares);
  const digit = shares.indexOf(share);
  return { digit, share, other: 1 - part.own[digit] / part.total };
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
