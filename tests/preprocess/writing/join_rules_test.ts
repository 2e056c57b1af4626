import { assert, assertEquals } from "../../support/assert.ts";
import { straightRule } from "../../support/straight_rule.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { joinRules } from "@lib/preprocess/writing/join_rules.ts";
import type { Rule } from "@lib/preprocess/writing/rule.ts";

/** A straight rule in pieces, each at least 40 pixels long. */
function inPieces(
  rng: Rng,
  gap: (thickness: number) => number,
  isUpright = rng.uniform() < 0.5,
): { readonly whole: Rule; readonly pieces: Rule[] } {
  const thickness = 1 + rng.integer(5);
  const place = [20 + rng.integer(30), rng.between(-0.1, 0.1)] as const;
  const first = rng.integer(20);
  const starts = [first];
  const lasts: number[] = [];
  const count = 2 + rng.integer(4);
  for (let k = 1; k < count; k++) {
    lasts.push(starts[k - 1] + 40 + 3 * gap(thickness) + rng.integer(40));
    starts.push(lasts[k - 1] + 1 + gap(thickness));
  }
  lasts.push(starts[count - 1] + 40 + 3 * gap(thickness) + rng.integer(40));
  const whole = straightRule([first, lasts[count - 1]], place, { thickness, isUpright });
  const pieces = starts.map((start, k) => {
    const runs = whole.runs.filter(({ at }) => at >= start && at <= lasts[k]);
    return { ...whole, length: runs.length, runs };
  });
  return { whole, pieces };
}

function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  return Array.from(rng.permutation(items.length), (k) => items[k]);
}

Deno.test("joinRules() puts the pieces of a straight rule together, in whatever order they come", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 100; round++) {
    const { whole, pieces } = inPieces(rng, (thickness) => rng.integer(3 + thickness));
    const joined = joinRules(shuffled(pieces, rng));
    assertEquals(joined.length, 1, `round ${round}`);
    const [{ isUpright, length, thickness, runs }] = joined;
    assertEquals([isUpright, length, thickness], [
      whole.isUpright,
      whole.length,
      whole.thickness,
    ]);
    assertEquals(runs, pieces.flatMap((piece) => piece.runs));
  }
});

Deno.test("joinRules() leaves pieces apart that have a wide gap between them", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 50; round++) {
    const { pieces } = inPieces(rng, (thickness) => 12 + 4 * thickness + rng.integer(20));
    assertEquals(joinRules(pieces), pieces);
  }
});

Deno.test("joinRules() leaves short strokes in a row apart: dashes, the stems of small digits", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 50; round++) {
    const isUpright = rng.uniform() < 0.5;
    const gap = 3 + rng.integer(2);
    const long = 5 + rng.integer(5);
    const dashes = Array.from({ length: 8 }, (_, k) => {
      const first = k * (long + gap);
      return straightRule([first, first + long - 1], [30, 0], { isUpright });
    });
    assertEquals(joinRules(dashes), dashes);
  }
});

Deno.test("joinRules() leaves a piece apart that lies beside the line, or is much thicker", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 50; round++) {
    const { pieces: [one, next] } = inPieces(rng, () => 2);
    const aside = (3 * one.thickness + 4) * (rng.uniform() < 0.5 ? 1 : -1);
    const beside = next.runs.map(({ at, from, to }) => ({
      at,
      from: from + aside,
      to: to + aside,
    }));
    assertEquals(joinRules([one, { ...next, runs: beside }]).length, 2, "beside it");
    const more = 2 * one.thickness + 4;
    const broad = next.runs.map(({ at, from, to }) => {
      return { at, from: from - more / 2, to: to + more / 2 };
    });
    const thick = { ...next, thickness: one.thickness + more, runs: broad };
    assertEquals(joinRules([one, thick]).length, 2, "thicker");
    assertEquals(joinRules([one, next]).length, 1, "as they were");
  }
});

Deno.test("joinRules() looks where a rule leads: a piece on its slant goes on, a level one does not", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 30; round++) {
    const slope = rng.between(0.15, 0.2) * (rng.uniform() < 0.5 ? 1 : -1);
    const thickness = 1 + rng.integer(2);
    // Two thick strokes long: no gap at all, so that the rules meet where the first one ends.
    const one = straightRule([0, 99], [60, slope], { thickness });
    const on = straightRule([104, 203], [60 + 104 * slope, slope], { thickness });
    const begun = straightRule([104, 203], [60 + 84 * slope, 0], { thickness });
    assertEquals(joinRules([one, on]).length, 1);
    const isFar = Math.abs(20 * slope) > thickness + 1.5;
    if (isFar) assertEquals(joinRules([one, begun]).length, 2);
  }
});

Deno.test("joinRules() does not join a lying rule with an upright one, or two of different lines", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 30; round++) {
    const { pieces: [one, next] } = inPieces(rng, () => 2);
    assertEquals(joinRules([one, { ...next, isUpright: !one.isUpright }]).length, 2);
  }
  const lines = [10, 40, 70].map((y) => straightRule([0, 99], [y, 0]));
  assertEquals(joinRules(lines), lines);
  assertEquals(joinRules([]), []);
});

Deno.test("joinRules() leaves its input as it was", () => {
  const { pieces } = inPieces(rngFromSeed(7), () => 2);
  const before = structuredClone(pieces);
  assert(joinRules(pieces).length === 1);
  assertEquals(pieces, before);
});
