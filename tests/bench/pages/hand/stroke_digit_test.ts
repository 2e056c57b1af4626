import { assert, assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { strokeDigit } from "../../../../bench/pages/hand/stroke_digit.ts";

const style = { pen: 5, lean: 0, breadth: 0.6, shake: 0 };

Deno.test("strokeDigit() draws each digit as high as asked for, with the pen's width around it", () => {
  for (let digit = 0; digit < 10; digit++) {
    const { height, width, pixels } = strokeDigit(digit, 90, style, rngFromSeed(digit));
    assertAlmostEquals(height, 90 + style.pen, 7);
    assert(width >= style.pen && width < 90, `${digit}: ${width}`);
    assert(pixels.includes(255));
  }
});

Deno.test("strokeDigit() writes a digit in the way asked for", () => {
  const draw = (way: number, seed: number) =>
    strokeDigit(1, 60, { ...style, ways: { 1: [way] } }, rngFromSeed(seed));
  for (let seed = 0; seed < 5; seed++) {
    assert(draw(0, seed).width < 10); // a bare stroke
    assert(draw(2, seed).width > 15); // with a flag and a foot
  }
});

Deno.test("strokeDigit() bends and leans its strokes with chance alone", () => {
  const draw = (seed: number) => strokeDigit(8, 60, { ...style, shake: 0.01 }, rngFromSeed(seed));
  assertEquals(draw(1).pixels, draw(1).pixels);
  assert(String(draw(1).pixels) !== String(draw(2).pixels));
  const leaning = strokeDigit(1, 60, { ...style, lean: 0.5, ways: { 1: [0] } }, rngFromSeed(1));
  assertAlmostEquals(leaning.width, 30 + style.pen, 4);
});

Deno.test("strokeDigit() goes over a digit several times, each time a little beside the last", () => {
  const inked = (passes: number, shake: number): number => {
    const fine = { ...style, pen: 2, shake, passes };
    return strokeDigit(9, 90, fine, rngFromSeed(1)).pixels.filter((level) => level > 128).length;
  };
  assertEquals(inked(3, 0), inked(1, 0));
  assert(inked(3, 0.03) > 1.5 * inked(1, 0.03));
});
