import { assertEquals } from "../../support/assert.ts";
import { straightRule } from "../../support/straight_rule.ts";
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

Deno.test("strokesAlong() leaves a blot that turns off nowhere, and the shoulder of a stroke that crosses", () => {
  for (const { ink, rule } of [page(40, 70, 0), page(69, 70, 4)]) {
    assertEquals(strokesAlong(ink, rule).size, 0);
  }
});
