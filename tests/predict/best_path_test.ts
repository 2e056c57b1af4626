import { assertEquals } from "../support/assert.ts";
import { bestPath } from "@lib/predict/best_path.ts";
import type { Candidate } from "@lib/predict/segment/candidates.ts";
import type { Classified } from "@lib/model/classify.ts";
import type { SegmentedLine } from "@lib/predict/segment/over_segment.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const height = 40;

function candidate(first: number, end: number, size: Partial<Candidate["box"]> = {}): Candidate {
  const box = { x: 20 * first, y: 0, width: 20 * (end - first), height, ...size };
  const pixels = new Uint8Array(box.width * box.height);
  return { first, end, box, ink: inkImage(box.width, box.height, pixels) };
}

function says(digit: number, confidence: number, nonDigit = 0.01): Classified {
  const probabilities = new Float32Array(10);
  probabilities[digit] = confidence;
  return { digit, confidence, probabilities, nonDigit };
}

/** A line of pieces, each 20 pixels wide. */
function line(prices: readonly number[]): SegmentedLine {
  const pieces = prices.slice(1).map((_, i) => ({ ...candidate(i, i + 1), cutCost: 0 }));
  return { pieces, prices: Float32Array.from(prices), doubts: new Float32Array(prices.length) };
}

Deno.test("bestPath() joins the halves of a digit that the model knows as a whole", () => {
  const found = [candidate(0, 1), candidate(0, 2), candidate(1, 2)];
  const scores = [says(6, 0.3, 0.6), says(0, 0.97), says(7, 0.3, 0.6)];
  assertEquals(bestPath(line([0, 1, 0]), found, scores, height), [1]);
});

Deno.test("bestPath() parts two digits that touch", () => {
  const found = [candidate(0, 1), candidate(0, 2), candidate(1, 2)];
  const scores = [says(4, 0.95), says(9, 0.05, 0.94), says(2, 0.98)];
  assertEquals(bestPath(line([0, 1, 0]), found, scores, height), [0, 2]);
});

Deno.test("bestPath() leaves out separators, dashes and what is no digit", () => {
  const found = [
    candidate(0, 1),
    candidate(1, 2, { y: 36, width: 4, height: 4 }), // a full stop
    candidate(2, 3),
    candidate(3, 4, { y: 16, width: 24, height: 8 }), // a dash, seen as a lying 1
    candidate(4, 5), // a letter
  ];
  const scores = [says(4, 0.99), says(1, 0.9), says(2, 0.99), says(1, 0.95), says(8, 0.01, 0.99)];
  assertEquals(bestPath(line([0, 0, 0, 0, 0, 0]), found, scores, height), [0, 2]);
});

Deno.test("bestPath() leaves out a comma that looks like a 1", () => {
  const found = [
    candidate(0, 1),
    candidate(1, 2, { y: 28, width: 6, height: 22 }),
    candidate(2, 3),
  ];
  const scores = [says(4, 0.99), says(1, 0.99), says(2, 0.99)];
  const pieces = found.map((piece) => ({ ...piece, cutCost: 0 }));
  assertEquals(bestPath({ ...line([0, 0, 0, 0]), pieces }, found, scores, height), [0, 2]);
});

Deno.test("bestPath() pays for cuts: a doubtful whole beats two halves cut through strokes", () => {
  const found = [candidate(0, 1), candidate(0, 2), candidate(1, 2)];
  const scores = [says(1, 0.95), says(8, 0.5, 0.4), says(3, 0.95)];
  assertEquals(bestPath(line([0, 0.5, 0]), found, scores, height), [0, 2]);
  assertEquals(bestPath(line([0, 5, 0]), found, scores, height), [1]);
});

Deno.test("bestPath() pays for cutting a mark of a letter's shape", () => {
  const found = [candidate(0, 1), candidate(0, 2), candidate(1, 2)];
  const scores = [says(1, 0.97), says(4, 0.45, 0.5), says(1, 0.97)];
  const cut = line([0, 0.5, 0]);
  assertEquals(bestPath(cut, found, scores, height), [0, 2]);
  const doubts = Float32Array.from([0, 0.95, 0]);
  assertEquals(bestPath({ ...cut, doubts }, found, scores, height), [1]);
});

Deno.test("bestPath() of nothing is nothing", () => {
  assertEquals(bestPath(line([0]), [], [], height), []);
});
