import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { boxedInk } from "@lib/image/boxed_ink.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { readColumns } from "@lib/model/read_columns.ts";
import type { CutLine } from "@lib/predict/cut_lines.ts";
import { lineInks } from "@lib/predict/weighing/line_inks.ts";
import { weighLines } from "@lib/predict/weighing/weigh_lines.ts";
import { weighReadings } from "@lib/predict/weighing/weigh_readings.ts";
import { writtenDigit } from "../../support/drawn_page.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";

await initBackend();
const lineReader = await loadLineReader();
const height = 40;

/** A line of two digits of which the model says this, each digit with its probability. */
function lineOf(
  digits: readonly [number, number],
  odds: readonly Readonly<Record<number, number>>[],
  seam = 0,
): CutLine {
  const rng = rngFromSeed(5);
  const marks = digits.map((digit, k) => {
    return boxedInk(writtenDigit(rng, height, digit), { x: 10 + 50 * k, y: 8 });
  });
  const pieces = marks.map((mark) => ({ ...mark, cutCost: 0 }));
  const scores = odds.map((shares) => {
    const probabilities = new Float32Array(10);
    for (const [digit, share] of Object.entries(shares)) probabilities[Number(digit)] = share;
    const digit = probabilities.indexOf(Math.max(...probabilities));
    const nonDigit = Math.max(0.001, 1 - probabilities.reduce((sum, share) => sum + share));
    const normalised = new Uint8Array(784);
    return { digit, confidence: probabilities[digit], probabilities, nonDigit, normalised };
  });
  return {
    line: { marks },
    signs: [],
    marks,
    boxOnPage: ({ box }) => box,
    cut: { pieces, prices: Float32Array.of(0, seam, 0), doubts: new Float32Array(3) },
    found: marks.map((mark, k) => ({ ...mark, first: k, end: k + 1 })),
    scores,
  };
}

Deno.test("weighLines() leaves plain marks to the cuts, but neither ones alone nor cut marks", async () => {
  const sure = [{ 4: 0.99 }, { 9: 0.99 }];
  const lines = [
    lineOf([4, 9], sure),
    lineOf([1, 1], [{ 1: 0.99 }, { 1: 0.99 }]),
    lineOf([4, 9], sure, 1),
    lineOf([4, 9], [{ 4: 0.99 }, { 9: 0.8 }]),
  ];
  const weighed = await weighLines(lines, height, { lineReader });
  assertEquals(weighed.map((readings) => readings === undefined), [true, false, false, false]);
});

Deno.test("weighLines() reads in all sizes where the sure line reader and the cuts differ", async () => {
  const line = lineOf([4, 0], [{ 4: 0.95 }, { 7: 0.3, 0: 0.25 }]); // the cuts prefer a 7
  const [weighed] = await weighLines([line], height, { lineReader });
  const sizes = await readColumns(lineReader, lineInks(line.marks, height));
  const [best] = weighReadings({ ...line, columns: [sizes[1]] }, height);
  assertEquals(best.text, [4, 0]);
  assert(best.odds >= 0.95, `${best.odds}`);
  const columns = [sizes[1], sizes[0], sizes[2]];
  const { odds } = weighed![0];
  // Columns that are read together are added up in another order than alone.
  assertAlmostEquals(odds, weighReadings({ ...line, columns }, height)[0].odds, 1e-9);
  assert(Math.abs(odds - best.odds) > 1e-6, "one size alone would say the same");
});
