import { assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { ctcDigits } from "../../../../bench/reading/peers/ctc_digits.ts";

/** The classes: a blank, a letter, the ten digits, from 9 to 0. */
const classes = 12;
const digits = Array.from({ length: 10 }, (_, digit) => 11 - digit);

/** Columns of which each has one class that is likeliest; the letter's score is higher yet if wanted. */
function columns(winners: readonly number[], letter = 0): number[] {
  return winners.flatMap((winner) =>
    Array.from({ length: classes }, (_, i) => i === 1 ? letter : Number(i === winner) * 0.9)
  );
}

Deno.test("ctcDigits() takes runs as one and leaves blanks out, for any number", () => {
  const rng = rngFromSeed(1);
  for (let i = 0; i < 50; i++) {
    const own = rng.fork(i);
    const number = Array.from({ length: own.integer(8) }, () => own.integer(10));
    const winners = number.flatMap((digit) => {
      const run = Array(1 + own.integer(3)).fill(digits[digit]);
      return [...run, ...Array(1 + own.integer(2)).fill(0)];
    });
    assertEquals(ctcDigits(columns([0, ...winners]), classes, digits), number.join(""));
  }
});

Deno.test("ctcDigits() lets a blank alone part equal digits, and no letter win", () => {
  const seven = digits[7];
  assertEquals(ctcDigits(columns([seven, seven]), classes, digits), "7");
  assertEquals(ctcDigits(columns([seven, 0, seven]), classes, digits), "77");
  assertEquals(ctcDigits(columns([seven, 0, seven], 1), classes, digits), "77");
  assertEquals(ctcDigits([], classes, digits), "");
});
