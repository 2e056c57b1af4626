import { assert, assertEquals } from "../../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { nonDigit } from "@lib/preprocess/handwriting/non_digit/non_digit.ts";
import { fragment } from "@lib/preprocess/handwriting/non_digit/fragment.ts";
import { joinedDigits } from "@lib/preprocess/handwriting/non_digit/joined_digits.ts";
import { letter } from "@lib/preprocess/handwriting/non_digit/letter.ts";
import { nonDigitRanges } from "@lib/preprocess/handwriting/non_digit/non_digit_ranges.ts";
import { scrawl } from "@lib/preprocess/handwriting/non_digit/scrawl.ts";
import { solid } from "@lib/preprocess/handwriting/non_digit/solid.ts";
import { stains } from "@lib/preprocess/handwriting/non_digit/stains.ts";
import { degradeScan } from "@lib/preprocess/handwriting/scan/degrade_scan.ts";
import { varyWriter } from "@lib/preprocess/handwriting/writer/vary_writer.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";
import { digits } from "../../../support/written_digits.ts";

const rng = rngFromSeed(15);
const made = Array.from({ length: 1000 }, (_, i) => nonDigit(digits, rng.fork(i)));

Deno.test("nonDigit() has full strokes on 28×28, or is blank", () => {
  for (const pixels of made) {
    assertEquals(pixels.length, 784);
    const peak = Math.max(...pixels);
    assert(peak === 0 || peak === 255, `${peak}`);
  }
});

Deno.test("nonDigit() is blank at times, and seldom twice the same", () => {
  const blank = made.filter((pixels) => pixels.every((level) => level === 0)).length;
  assert(blank > 10 && blank < 80, `${blank}`);
  assert(new Set(made.map((pixels) => pixels.join())).size > 890);
  assertEquals(nonDigit(digits, rng.fork(8)), made[8]);
});

Deno.test("nonDigit() has every kind, and leaves two in a hundred blank", () => {
  const { percentages } = nonDigitRanges;
  const sum = Object.values(percentages).reduce((total, share) => total + share, 0);
  assertEquals(sum, 98); // the rest is blank
  assert(Object.values(percentages).every((share) => share >= 3), "a kind is never drawn");
});

/** The images among those made that such a drawing explains, as a share. */
function shareOf(draw: (rng: Rng) => InkImage): number {
  return made.filter((pixels, i) => {
    const own = rng.fork(i);
    own.uniform(); // which kind
    const seen = degradeScan(draw(own), own);
    return inkBox(seen, 1) !== undefined && normaliseDigit(seen).join() === pixels.join();
  }).length / made.length;
}

Deno.test("nonDigit() has each kind with its share", () => {
  const drawn: readonly [share: number, draw: (rng: Rng) => InkImage][] = [
    [0.24, (own) => joinedDigits(digits, own)],
    [0.11, (own) => fragment(digits, own)],
    [0.11, scrawl],
    [0.24, (own) => varyWriter(letter(own), 1, own)],
    [0.07, stains],
    [0.08, (own) => solid(digits, own)],
  ];
  for (const [share, draw] of drawn) {
    // Four standard deviations of a binomial distribution.
    const tolerance = 4 * Math.sqrt(share * (1 - share) / made.length);
    assert(Math.abs(shareOf(draw) - share) < tolerance, `${share}: ${shareOf(draw)}`);
  }
});
