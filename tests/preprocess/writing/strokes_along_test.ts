import { assertEquals } from "../../support/assert.ts";
import { straightRule } from "../../support/straight_rule.ts";
import { transposed } from "../../support/transposed.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import type { Rule } from "@lib/preprocess/writing/rule.ts";
import { strokesAlong } from "@lib/preprocess/writing/strokes_along.ts";

/** A rule of two rows, a row more of ink from one column to another, and nothing of it after that. */
function page(
  from: number,
  to: number,
  crossed: number,
): { readonly ink: InkImage; readonly rule: Rule } {
  const whole = straightRule([0, 199], [20.5, 0]);
  const rule = { ...whole, runs: whole.runs.filter(({ at }) => at <= to || at > to + crossed) };
  const ink = inkImage(200, 40);
  ink.pixels.fill(255, 20 * 200, 22 * 200);
  ink.pixels.fill(255, 22 * 200 + from, 22 * 200 + to + 1);
  return { ink, rule };
}

Deno.test("strokesAlong() finds the bar of a digit on a rule, as far as it reaches", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 30; round++) {
    const from = 20 + rng.integer(60);
    const to = from + 3 + rng.integer(40);
    const { ink, rule } = page(from, to, 4);
    const places = [...strokesAlong(ink, rule)].map(({ at }) => at);
    assertEquals(places, Array.from({ length: to - from + 1 }, (_, k) => from + k));
  }
});

Deno.test("strokesAlong() finds the same beside the edges of a page, lying or upright, whatever is at the other edge", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 30; round++) {
    const from = 20 + rng.integer(60);
    const to = from + 3 + rng.integer(40);
    const { ink, rule } = page(from, to, 4);
    const cut = inkImage(200, 23, ink.pixels.slice(0, 200 * 23)); // the bar is the last row
    for (let x = 0; x < 200; x++) cut.pixels[x] = rng.integer(256);
    const wanted = Array.from({ length: to - from + 1 }, (_, k) => from + k);
    assertEquals([...strokesAlong(cut, rule)].map(({ at }) => at), wanted);
    const upright = { ...rule, isUpright: true };
    assertEquals([...strokesAlong(transposed(cut), upright)].map(({ at }) => at), wanted);
  }
});

Deno.test("strokesAlong() leaves a blot that turns off nowhere, and the shoulder of a stroke that crosses", () => {
  for (const { ink, rule } of [page(40, 70, 0), page(69, 70, 4)]) {
    assertEquals(strokesAlong(ink, rule).size, 0);
  }
});

Deno.test("strokesAlong() finds bars that show little beside a bold rule, and feet along much of it", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 30; round++) {
    const thickness = 7 + rng.integer(6);
    const whole = straightRule([0, 299], [40 + (thickness - 1) / 2, 0], { thickness });
    const ink = inkImage(300, 80);
    ink.pixels.fill(255, 40 * 300, (40 + thickness) * 300);
    // Bars and feet of several digits, one beside the other, each up to where it turns off the rule.
    const wanted: number[] = [];
    const crossed = new Set<number>();
    let x = 10 + rng.integer(20);
    for (let k = 0; k < 4; k++) {
      const length = 2 * thickness + rng.integer(8);
      const level = Math.round(255 * Math.min(1, thickness * rng.between(0.14, 0.2)));
      const [row, second] = rng.uniform() < 0.5 ? [38, 39] : [40 + thickness, 41 + thickness];
      for (const y of [row, second]) ink.pixels.fill(level, y * 300 + x, y * 300 + x + length);
      for (let at = x; at < x + length; at++) wanted.push(at);
      for (let at = x + length; at < x + length + 5; at++) crossed.add(at);
      x += length + 5 + 20 + rng.integer(10);
    }
    const rule = { ...whole, runs: whole.runs.filter(({ at }) => !crossed.has(at)) };
    assertEquals([...strokesAlong(ink, rule)].map(({ at }) => at), wanted, `round ${round}`);
  }
});

Deno.test("strokesAlong() leaves a rule of uneven ink that strokes cross", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 30; round++) {
    const ink = inkImage(300, 40);
    const uneven = rng.between(0.05, 0.4);
    for (let x = 0; x < 300; x++) {
      for (const y of [20, 21]) {
        ink.pixels[y * 300 + x] = Math.round(255 * (1 - uneven * rng.uniform()));
      }
    }
    const whole = straightRule([0, 299], [20.5, 0]);
    const runs = whole.runs.filter(({ at }) => at % 50 > 3 + rng.integer(3));
    assertEquals(strokesAlong(ink, { ...whole, runs }).size, 0, `round ${round}`);
  }
});
