import { assert, assertEquals } from "../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { overlay } from "@lib/image/overlay.ts";
import type { Classified } from "@lib/model/classify.ts";
import { bestPath } from "@lib/predict/path/best_path.ts";
import { certainPath } from "@lib/predict/path/certain_path.ts";
import type { Candidate } from "@lib/predict/segment/candidates.ts";
import { freeParts } from "@lib/predict/segment/free_parts.ts";
import type { SegmentedLine } from "@lib/predict/segment/over_segment.ts";

const height = 40;

/** A line of pieces beside each other, some of which a cut parted, and all runs of up to three of them. */
function randomLine(rng: Rng): { readonly cut: SegmentedLine; readonly found: Candidate[] } {
  const count = 1 + rng.integer(6);
  const pieces = Array.from({ length: count }, (_, i) => {
    const box = { x: 30 * i, y: rng.integer(4) === 0 ? 25 : 0, width: 4 + rng.integer(26), height };
    const high = rng.integer(5) === 0 ? 3 + rng.integer(20) : height - rng.integer(10);
    return { box: { ...box, height: high }, ink: inkImage(box.width, high), cutCost: 0 };
  });
  const found: Candidate[] = [];
  for (let first = 0; first < count; first++) {
    for (let end = first + 1; end <= Math.min(count, first + 3); end++) {
      if (end > first + 1 && rng.integer(4) === 0) break; // too wide
      found.push({ ...overlay(pieces.slice(first, end)), first, end });
    }
  }
  const prices = Float32Array.from({ length: count + 1 }, (_, i) => {
    return i === 0 || i === count || rng.integer(3) > 0 ? 0 : 3 * rng.uniform();
  });
  const doubts = prices.map((price) => price > 0 ? rng.uniform() : 0);
  return { cut: { pieces, prices, doubts }, found };
}

function randomScore(rng: Rng): Classified {
  const probabilities = Float32Array.from({ length: 10 }, () => rng.uniform() ** 8);
  const isDigit = rng.integer(4) > 0;
  const digit = rng.integer(10);
  probabilities[digit] = isDigit ? 1 - 0.01 * rng.uniform() : rng.uniform();
  return {
    digit,
    confidence: probabilities[digit],
    nonDigit: (1 - probabilities[digit]) * rng.uniform(),
    probabilities,
  };
}

/** What a line needs of a path: its candidates, and what is said of the marks between them. */
function readingOf(
  path: readonly number[],
  { cut, found }: { readonly cut: SegmentedLine; readonly found: readonly Candidate[] },
  scores: readonly Classified[],
): unknown {
  const own = path.map((i) => found[i]);
  const gaps = [...own, { first: cut.pieces.length }].map(({ first }, i) => {
    const from = i === 0 ? 0 : own[i - 1].end;
    const whole = found.findIndex((one) => one.first === from && one.end === first);
    return whole < 0 ? undefined : scores[whole].nonDigit;
  });
  return { own, digits: path.map((i) => scores[i].digit), gaps };
}

Deno.test("certainPath() is the best path whatever the model says of the other candidates", () => {
  const rng = rngFromSeed(1);
  let certain = 0;
  for (let round = 0; round < 600; round++) {
    const line = randomLine(rng);
    const parts = freeParts(line.cut, line.found);
    const known = new Map(parts.map((part) => [part, randomScore(rng)]));
    const path = certainPath({ ...line, known }, height);
    if (path === undefined) continue;
    certain++;
    for (let more = 0; more < 8; more++) {
      const scores = line.found.map((one) => known.get(one) ?? randomScore(rng));
      const wanted = readingOf(bestPath(line.cut, line.found, scores, height), line, scores);
      assertEquals(readingOf(path.path, line, path.scores), wanted, `${round}`);
      // Those that stand free are enough to find it again.
      const alone = { cut: line.cut, found: parts };
      const said = parts.map((part) => known.get(part)!);
      const again = bestPath(line.cut, parts, said, height);
      assertEquals(readingOf(again, alone, said), wanted, `${round}`);
    }
  }
  assert(certain > 100 && certain < 550, `${certain} of 600`);
});

Deno.test("certainPath() asks on where no mark is known to be anything but a digit", () => {
  const { cut, found } = randomLine(rngFromSeed(2));
  const sure = { digit: 7, confidence: 1, nonDigit: 0, probabilities: new Float32Array(10) };
  const known = new Map(found.map((one) => [one, sure]));
  assertEquals(certainPath({ cut, found, known }, height), undefined);
});
