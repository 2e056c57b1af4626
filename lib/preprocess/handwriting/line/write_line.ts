import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { type BoxedInk, boxedInk } from "../../../image/boxed_ink.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { overlay } from "../../../image/overlay.ts";
import { strokeWidth } from "../../../image/stroke_width.ts";
import { letter } from "../non_digit/letter.ts";
import { scrawl } from "../non_digit/scrawl.ts";
import { lineHand } from "./line_hand.ts";
import {
  digitHeight,
  handRanges,
  rowMargin as margin,
  spacingRanges as spacing,
  textRanges,
} from "./line_ranges.ts";
import { betweenSigns, endSigns, lineSign } from "./line_signs.ts";
import { lineText } from "./line_text.ts";
import { placeBeside } from "./place_beside.ts";

/** A written line. */
export interface WrittenLine {
  readonly ink: InkImage;
  /** Its digits, 0 to 9, from left to right. */
  readonly labels: readonly number[];
  /** The ink of each of them, and where on the line it is. */
  readonly digits: readonly BoxedInk[];
  /** Where its digits are: the rows of their tops and their feet, on average, and the columns of the first and
   * the last ink. */
  readonly extent: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}

/** Writes a line of digits, and what stands in lines besides: signs, letters, a scrawl.
 *
 * @param index of a digit that is among them
 * @param options.widest columns of ink; digits that do not fit are left away
 */
export function writeLine(
  dataset: Dataset,
  index: number,
  rng: Rng,
  { widest }: { readonly widest: number },
): WrittenLine {
  const write = lineHand(dataset, rng);
  const drift = rng.uniform() < handRanges.drifting ? rng.between(...handRanges.drift) : 0;
  const row = new Row(widest, rng);
  const labels: number[] = [];
  const digits: BoxedInk[] = [];
  const text = lineText(dataset, index, rng);
  const hasLetters = rng.uniform() < textRanges.withLetters;
  const isBehind = rng.uniform() < 0.5;
  if (rng.uniform() < textRanges.endSign) row.addSign(endSigns);
  if (hasLetters && !isBehind) row.addLetters();
  for (const [i, one] of text.entries()) {
    const size = 1 + drift * (i / text.length - 0.5);
    const ink = write(one, size, rng);
    const up = handRanges.wander * digitHeight * rng.normal();
    const top = Math.round((digitHeight - ink.height) / 2 - up);
    const added = row.add(ink, top, dataset.labels[one]);
    if (added === undefined) break;
    digits.push(added);
    labels.push(dataset.labels[one]);
    if (i < text.length - 1 && rng.uniform() < textRanges.midSign) row.addSign(betweenSigns);
  }
  if (hasLetters && isBehind) row.addLetters();
  if (rng.uniform() < textRanges.endSign) row.addSign(endSigns);
  const { ink, box } = row.sheet();
  const top = mean(digits.map((digit) => digit.box.y), 0) - box.y;
  const bottom = mean(digits.map((digit) => digit.box.y + digit.box.height), digitHeight) - box.y;
  const onSheet = digits.map(({ ink, box: { x, y } }) =>
    boxedInk(ink, { x: x - box.x, y: y - box.y })
  );
  return { ink, labels, digits: onSheet, extent: { top, bottom, left: 0, right: box.width } };
}

function mean(values: readonly number[], ofNone: number): number {
  return values.length === 0
    ? ofNone
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What stands in a line so far. */
class Row {
  readonly #widest: number;
  readonly #rng: Rng;
  readonly #pieces: BoxedInk[] = [];
  readonly #kind: number;
  #end = 0;
  #lastDigit: number | undefined;
  #pen = 2;

  constructor(widest: number, rng: Rng) {
    this.#widest = widest;
    this.#rng = rng;
    this.#kind = rng.uniform();
  }

  /** @param y rows below the top of digits
   * @param digit 0 to 9; none for what is no digit
   * @returns where it came; `undefined` where it does not fit */
  add(ink: InkImage, y: number, digit?: number): BoxedInk | undefined {
    const last = this.#pieces.at(-1);
    const next = boxedInk(ink, { y });
    const x = last === undefined ? 0 : this.#placeOf(last, next, digit);
    if (this.#pieces.length > 0 && x + ink.width > this.#widest) return undefined;
    const placed = boxedInk(ink, { x, y });
    this.#lastDigit = digit;
    if (digit !== undefined) this.#pen = strokeWidth(ink);
    this.#pieces.push(placed);
    this.#end = Math.max(this.#end, x + ink.width);
    return placed;
  }

  addSign(signs: readonly string[]): void {
    const { ink, top } = lineSign(signs[this.#rng.integer(signs.length)], this.#pen, this.#rng);
    const cropped = cropToInk(ink);
    // The rows that were cropped away above it.
    const first = ink.pixels.findIndex((level) => level > 0);
    this.add(cropped, top + Math.floor(Math.max(0, first) / ink.width));
  }

  addLetters(): void {
    const rng = this.#rng;
    const isScrawl = rng.uniform() < textRanges.scrawled;
    for (let i = 1 + rng.integer(textRanges.mostLetters); i > 0; i--) {
      const ink = cropToInk(isScrawl ? scrawl(rng) : letter(rng));
      this.add(ink, digitHeight - ink.height);
    }
  }

  sheet(): BoxedInk {
    const width = Math.max(1, this.#end);
    const paper = inkImage(width, digitHeight + 2 * margin);
    return overlay([boxedInk(paper, { y: -margin }), ...this.#pieces]);
  }

  #placeOf(last: BoxedInk, next: BoxedInk, digit: number | undefined): number {
    const rng = this.#rng;
    const { apart, close, touching } = spacing;
    if (rng.uniform() < spacing.words) {
      return Math.round(this.#end + digitHeight * rng.between(...spacing.wordGap));
    }
    const isMixed = this.#kind >= apart + close + touching;
    const kind = isMixed ? (apart + close + touching) * rng.uniform() : this.#kind;
    const wide = (): number =>
      Math.round(this.#end + digitHeight * rng.between(...spacing.apartGap));
    if (kind < apart) return wide();
    if (digit === undefined || this.#lastDigit === undefined) {
      return Math.round(this.#end + rng.between(...spacing.signGap));
    }
    const isTouching = kind >= apart + close;
    const gap = isTouching ? rng.between(...spacing.touchingGap) : rng.between(...spacing.closeGap);
    const x = placeBeside(last, next, gap);
    if (x === undefined) return Math.max(0, Math.round(this.#end + gap));
    const placed = Math.max(last.box.x + Math.round(last.box.width / 3), x);
    const areZeros = digit === 0 && this.#lastDigit === 0;
    if (isTouching && rng.uniform() < (areZeros ? spacing.zerosLinked : spacing.linked)) {
      this.#link(last, next, placed, areZeros ? spacing.zerosLinkRow : 1);
    }
    return placed;
  }

  /** A stroke of the pen that goes on from one digit to the next, at most so many heights below their top. */
  #link(last: BoxedInk, next: BoxedInk, x: number, lowest: number): void {
    const rng = this.#rng;
    const [from, to] = [last.box.x + last.box.width / 2, x + next.box.width / 2];
    const left = Math.floor(from) - margin;
    const ink = inkImage(Math.ceil(to) + margin - left, digitHeight + 2 * margin);
    const y = margin + digitHeight * rng.between(0, lowest);
    drawArc(
      ink,
      [from - left, y],
      [to - left, y + digitHeight * 0.15 * rng.normal()],
      rng.between(...spacing.linkBow),
      this.#pen,
    );
    this.#pieces.splice(-1, 0, boxedInk(ink, { x: left, y: -margin }));
  }
}
