import { rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import type { Classified } from "@lib/model/classify.ts";
import { digitOdds } from "@lib/predict/weighing/digit_odds.ts";
import type { Candidate } from "@lib/predict/segment/candidates.ts";
import { type LineViews, weighReadings } from "@lib/predict/weighing/weigh_readings.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";

const height = 40;
const blank = 10;

function candidate(first: number, end: number): Candidate {
  const box = { x: 25 * first, y: 0, width: 24 * (end - first), height };
  return { first, end, box, ink: inkImage(box.width, height) };
}

/** A candidate as the model sees it: these digits with these probabilities, the rest no digit. */
function says(odds: Readonly<Record<number, number>>): Classified {
  const probabilities = new Float32Array(10);
  for (const [digit, share] of Object.entries(odds)) probabilities[Number(digit)] = share;
  const digit = probabilities.indexOf(Math.max(...probabilities));
  const sum = probabilities.reduce((total, share) => total + share);
  return { digit, confidence: probabilities[digit], probabilities, nonDigit: 1 - sum };
}

/** Columns of one size that say these digits, each as sure as told, one column each, blanks between. */
function columnsOf(text: readonly Readonly<Record<number, number>>[]): Float32Array {
  const rows = text.flatMap((odds) => {
    const row = new Float32Array(11).fill(1e-4);
    let rest = 1;
    for (const [digit, share] of Object.entries(odds)) {
      row[Number(digit)] = share;
      rest -= share;
    }
    row[blank] = Math.max(1e-4, rest);
    const bare = new Float32Array(11).fill(1e-5);
    bare[blank] = 1;
    return [row, bare];
  });
  return Float32Array.from(rows.flatMap((row) => [...row]));
}

/** Two marks, each one piece. */
function views(
  scores: readonly Classified[],
  columns: readonly Float32Array[],
): LineViews {
  const pieces = [0, 1].map((i) => ({ ...candidate(i, i + 1), cutCost: 0 }));
  const cut = { pieces, prices: new Float32Array(3), doubts: new Float32Array(3) };
  return { cut, found: [candidate(0, 1), candidate(0, 2), candidate(1, 2)], scores, columns };
}

const both = says({ 0: 0.01 });

Deno.test("weighReadings() takes what both readers say", () => {
  const scores = [says({ 4: 0.95 }), both, says({ 9: 0.9, 4: 0.05 })];
  const [best, ...rest] = weighReadings(
    views(scores, [columnsOf([{ 4: 0.9 }, { 9: 0.9 }])]),
    height,
  );
  assertEquals(best.text, [4, 9]);
  assertEquals(best.path, [0, 2]);
  assert(best.odds > 0.9, `${best.odds}`);
  const sum = rest.reduce((total, { odds }) => total + odds, best.odds);
  assertAlmostEquals(sum, 1, 1e-9);
});

Deno.test("weighReadings() lets the surer reader decide, whichever it is", () => {
  const unsure = { 4: 0.5, 9: 0.45 };
  const sure = { 9: 0.98, 4: 0.01 };
  const one = says({ 7: 0.97 });
  const cutsSure = views([one, both, says(sure)], [columnsOf([{ 7: 0.97 }, unsure])]);
  assertEquals(weighReadings(cutsSure, height)[0].text, [7, 9]);
  const lineSure = views([one, both, says(unsure)], [columnsOf([{ 7: 0.97 }, sure])]);
  assertEquals(weighReadings(lineSure, height)[0].text, [7, 9]);
});

Deno.test("weighReadings() reads on where one size of the line says nothing", () => {
  const scores = [says({ 3: 0.9 }), both, says({ 5: 0.9 })];
  const nothing = columnsOf([{}, {}]);
  const sizes = [nothing, columnsOf([{ 3: 0.95 }, { 5: 0.95 }]), nothing];
  assertEquals(weighReadings(views(scores, sizes), height)[0].text, [3, 5]);
});

Deno.test("weighReadings() keeps finite odds where the line reader excludes what the cuts say", () => {
  const scores = [says({ 3: 0.99 }), both, says({ 5: 0.99 })];
  const one = new Float32Array(11).fill(0);
  one[blank] = 1; // a single column: two digits have no room
  const readings = weighReadings(views(scores, [one]), height);
  assert(readings.every(({ odds }) => odds >= 0 && odds <= 1));
  assertAlmostEquals(readings.reduce((total, { odds }) => total + odds, 0), 1, 1e-9);
});

Deno.test("weighReadings() prefers numbers of the lexicon", () => {
  const scores = [says({ 1: 0.6, 7: 0.35 }), says({ 8: 0.1 }), says({ 9: 0.55, 4: 0.4 })];
  const line = views(scores, [columnsOf([{ 1: 0.6, 7: 0.35 }, { 9: 0.55, 4: 0.4 }])]);
  assertEquals(weighReadings(line, height)[0].text, [1, 9]);
  const lexicon = new Set(["74", "100", "55"]);
  const [best] = weighReadings(line, height, { lexicon });
  assertEquals(best.text, [7, 4]);
});

Deno.test("weighReadings() prefers as many digits as there are known to be", () => {
  const scores = [says({ 1: 0.6 }), says({ 8: 0.6 }), says({ 9: 0.55 })];
  const line = views(scores, [columnsOf([{ 8: 0.5 }, { 9: 0.4 }])]);
  assertEquals(weighReadings(line, height, { length: 1 })[0].text, [8]);
  const unclear = views([says({ 1: 0.6 }), says({ 8: 0.6 }), says({ 9: 0.55 })], [
    columnsOf([{ 1: 0.3, 8: 0.5 }, { 9: 0.4 }]),
  ]);
  assertEquals(weighReadings(unclear, height, { length: 2 })[0].text, [1, 9]);
});

Deno.test("weighReadings() finds the one number of a lexicon among a hundred more probable ones", () => {
  const any = Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [digit, 0.1]));
  const faint = { ...any, 7: 0.02 };
  const line = views([says(faint), both, says(faint)], [columnsOf([faint, faint])]);
  const [best] = weighReadings(line, height, { lexicon: new Set(["77"]) });
  assertEquals(best.text, [7, 7]);
});

Deno.test("weighReadings() does not believe a lexicon against what stands there plainly", () => {
  const scores = [says({ 1: 0.999 }), both, says({ 2: 0.999 })];
  const line = views(scores, [columnsOf([{ 1: 0.999 }, { 2: 0.999 }])]);
  const [best] = weighReadings(line, height, { lexicon: new Set(["88"]) });
  assertEquals(best.text, [1, 2]);
});

Deno.test("digitOdds() are those of the readings that have as many digits", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 50; round++) {
    const weights = Array.from({ length: 8 }, () => rng.uniform());
    const sum = weights.reduce((a, b) => a + b);
    const readings = weights.map((weight, i) => ({
      text: Array.from({ length: i === 0 ? 3 : 2 + rng.integer(2) }, () => rng.integer(10)),
      odds: weight / sum,
    }));
    digitOdds(readings).forEach(({ digit, confidence, probabilities, nonDigit }, place) => {
      const same = readings.filter(({ text }) => text.length === 3 && text[place] === digit);
      assertAlmostEquals(confidence, same.reduce((total, { odds }) => total + odds, 0), 1e-6);
      const all = probabilities.reduce((total, value) => total + value);
      assertAlmostEquals(all + nonDigit, 1, 1e-6);
    });
  }
});
