import { assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { overlay } from "@lib/image/overlay.ts";
import { pathPrices } from "@lib/predict/path/limits.ts";
import { bestPath } from "@lib/predict/path/best_path.ts";
import type { Candidate } from "@lib/predict/segment/candidates.ts";
import type { Classified } from "@lib/model/classify.ts";
import type { SegmentedLine } from "@lib/predict/segment/over_segment.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const height = 40;

function candidate(first: number, end: number, size: Partial<Candidate["box"]> = {}): Candidate {
  const box = { x: 20 * first, y: 0, width: 20 * (end - first), height, ...size };
  return { first, end, box, ink: inkImage(box.width, box.height) };
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

/** What a path costs, added up piece by piece as the documentation of the prices says. */
function costOf(
  path: readonly number[],
  { pieces, prices, doubts }: SegmentedLine,
  found: readonly Candidate[],
  scores: readonly Classified[],
): number {
  const p = pathPrices;
  const isBlind = scores.every(({ nonDigit }) => nonDigit === 0);
  const boundary = (at: number): number => {
    if (prices[at] === 0) return 0;
    const cut = p.seam + p.crossedStroke * prices[at];
    const doubt = Math.min(Math.log(1 / (1 - doubts[at])), Math.log(1 / p.leastCut));
    return (isBlind ? p.blindPrice : 1) * cut + p.weightOfDoubt * doubt;
  };
  let cost = 0;
  const isLeftOut = pieces.map(() => true);
  for (const i of path) {
    const { first, end, box } = found[i];
    const { digit, confidence } = scores[i];
    isLeftOut.fill(false, first, end);
    cost += boundary(first) / 2 + boundary(end) / 2;
    cost -= Math.log(Math.max(confidence, p.leastConfidence)) *
      (1 + (end - first - 1) * p.weightOfPiece);
    const [high, wide] = [box.height / height, box.width / box.height];
    if (high < p.shortDigit) cost += (p.shortDigit - high) * p.shortDigitPrice;
    if (wide > p.wideDigit) cost += (wide - p.wideDigit) * p.wideDigitPrice;
    if (digit === 1 && high < p.shortOne) cost += (p.shortOne - high) * p.shortOnePrice;
    if (digit === 1 && wide > p.wideOne) cost += (wide - p.wideOne) * p.wideOnePrice;
  }
  pieces.forEach(({ box }, at) => {
    if (!isLeftOut[at]) return;
    const own = scores[found.findIndex(({ first, end }) => first === at && end === at + 1)];
    const size = Math.max(box.height, p.sizeOfWidth * box.width) / height;
    const isTall = (piece: { box: Candidate["box"] }): boolean =>
      piece.box.height / height >= p.tallNeighbour;
    const [left, right] = [pieces.slice(0, at).reverse(), pieces.slice(at + 1)];
    const beside = (left.find(isTall) ?? right.find(isTall))?.box;
    const down = beside === undefined ? 0 : (box.y - beside.y) / beside.height;
    if (box.height / height < p.separator) cost += p.separatorPrice + p.separatorSizePrice * size;
    else if (down > p.hangingLow) {
      cost += p.hangingPrice + p.hangingSizePrice * size;
      const comma = Math.min(1, own.nonDigit + own.probabilities[1]);
      if (box.height >= p.shortDigit * height && box.width / box.height <= p.flourish) {
        cost -= p.weightOfNonDigit * Math.log(Math.max(comma, p.leastNonDigit));
      }
    } else {
      const doubt = p.weightOfNonDigit * -Math.log(Math.max(own.nonDigit, p.leastNonDigit));
      cost += Math.min(1, p.leftOutNonDigit + doubt / (p.leftOut * size)) * p.leftOut * size;
    }
  });
  return cost;
}

/** All choices of candidates that share no piece. */
function allPaths(found: readonly Candidate[], from = 0): number[][] {
  const rest = found.flatMap(({ first }, i) => first >= from ? [i] : []);
  return [[], ...rest.flatMap((i) => allPaths(found, found[i].end).map((path) => [i, ...path]))];
}

Deno.test("bestPath() finds the cheapest of all paths of random lines", () => {
  const rng = rngFromSeed(5);
  const paths = new Set<string>();
  for (let round = 0; round < 300; round++) {
    const count = 1 + rng.integer(5);
    const pieces = Array.from({ length: count }, (_, i) => {
      const y = rng.integer(3) === 0 ? rng.integer(30) : 0;
      const size = { y, width: 2 + rng.integer(30), height: 2 + rng.integer(45) };
      return { ...candidate(i, i + 1, size), cutCost: 0 };
    });
    const found: Candidate[] = [];
    for (let first = 0; first < count; first++) {
      for (let end = first + 1; end <= Math.min(count, first + 3); end++) {
        const { box } = overlay(pieces.slice(first, end));
        found.push({ ...candidate(first, end, box), box });
      }
    }
    const isBlind = round % 5 === 0;
    const scores = found.map(() => {
      const confidence = rng.integer(8) === 0 ? 0 : rng.uniform();
      const nonDigit = isBlind || rng.integer(8) === 0 ? 0 : (1 - confidence) * rng.uniform();
      return says(rng.integer(4), confidence, nonDigit);
    });
    const prices = Float32Array.from({ length: count + 1 }, (_, i) => {
      return i === 0 || i === count || rng.integer(3) === 0 ? 0 : 3 * rng.uniform();
    });
    const doubts = prices.map((price) =>
      price > 0 ? (rng.integer(6) === 0 ? 1 : rng.uniform()) : 0
    );
    const cut = { pieces, prices, doubts };
    const path = bestPath(cut, found, scores, height);
    const costs = allPaths(found).map((other) => costOf(other, cut, found, scores));
    assertAlmostEquals(costOf(path, cut, found, scores), Math.min(...costs), 1e-9, `${round}`);
    paths.add(JSON.stringify(path));
  }
  assertGreater(paths.size, 20); // the lines are not all alike
});

// What each price is for. The numbers stand on either side of where people would decide.

/** Whether a candidate of these pieces, classified so, is taken rather than left out. */
function isTaken(size: Partial<Candidate["box"]>, score: Classified): boolean {
  const found = [candidate(0, 1), candidate(1, 2, size), candidate(2, 3)];
  const scores = [says(4, 0.99), score, says(2, 0.99)];
  const pieces = found.map((piece) => ({ ...piece, cutCost: 0 }));
  return bestPath({ ...line([0, 0, 0, 0]), pieces }, found, scores, height).includes(1);
}

Deno.test("bestPath() doubts a whole the more the more pieces it explains", () => {
  const narrow = { width: 30 };
  const all = candidate(0, 6, narrow);
  const parts = [candidate(0, 3, narrow), candidate(3, 6, narrow)];
  const singles = Array.from({ length: 6 }, (_, i) => candidate(i, i + 1));
  const found = [...singles, all, ...parts].sort((a, b) => a.first - b.first);
  const scores = found.map((each) => {
    if (each === all) return says(8, 0.45, 0.3);
    return parts.includes(each) ? says(3, 0.67, 0.3) : says(1, 0.001, 0.01);
  });
  const digits = bestPath(line([0, 0.1, 0.1, 0.1, 0.1, 0.1, 0]), found, scores, height);
  assertEquals(digits.map((i) => found[i].end), [6]);
  const surer = scores.map((score) => score.digit === 8 ? says(8, 0.35, 0.3) : score);
  const halves = bestPath(line([0, 0.1, 0.1, 0.1, 0.1, 0.1, 0]), found, surer, height);
  assertEquals(halves.map((i) => found[i].end), [3, 6]);
});

Deno.test("bestPath() cuts seldom where the model knows digits alone", () => {
  const found = [candidate(0, 1), candidate(0, 2), candidate(1, 2)];
  const knowing = [says(1, 0.95), says(8, 0.3), says(3, 0.95)];
  const blind = knowing.map((score) => ({ ...score, nonDigit: 0 }));
  assertEquals(bestPath(line([0, 1, 0]), found, knowing, height), [0, 2]);
  assertEquals(bestPath(line([0, 1, 0]), found, blind, height), [1]);
});

Deno.test("bestPath() takes ones that stand, and leaves out dashes, commas and points that look so", () => {
  const one = says(1, 0.9, 0.05);
  assertEquals(isTaken({ width: 6 }, one), true);
  assertEquals(isTaken({ width: 6, height: 30, y: 5 }, one), true);
  assertEquals(isTaken({ width: 10, height: 22, y: 26 }, one), false); // a comma
  assertEquals(isTaken({ width: 22, height: 6, y: 18 }, one), false); // a dash
  assertEquals(isTaken({ width: 6, height: 6, y: 34 }, one), false); // a point
});

Deno.test("bestPath() leaves out what the model is sure is no digit, and keeps what it merely doubts", () => {
  assertEquals(isTaken({}, says(5, 0.02, 0.97)), true);
  assertEquals(isTaken({}, says(5, 0.001, 0.99)), false);
  assertEquals(isTaken({}, says(5, 0.001, 0.0001)), true); // some other digit, then
  assertEquals(isTaken({ height: 14, y: 20 }, says(5, 0.5, 0.3)), false);
  assertEquals(isTaken({ height: 20, width: 16 }, says(5, 0.5, 0.3)), true);
});

Deno.test("bestPath() leaves out low marks that are too short or too wide for the digit they look like", () => {
  const [five, one] = [says(5, 0.9, 0.05), says(1, 0.8, 0.05)];
  assertEquals(isTaken({ height: 18, width: 14, y: 22 }, five), true);
  assertEquals(isTaken({ height: 14, width: 12, y: 20 }, five), false); // too short
  assertEquals(isTaken({ height: 18, width: 40, y: 22 }, five), false); // too wide
  assertEquals(isTaken({ height: 32, width: 12, y: 18 }, one), true);
  assertEquals(isTaken({ height: 32, width: 27, y: 18 }, one), false); // too wide for a one
});

Deno.test("bestPath() leaves out a small mark beside a digit rather than taking both for a doubtful one", () => {
  const small = candidate(0, 1, { width: 8, height: 11 });
  const found = [small, candidate(0, 2), candidate(1, 2)];
  const scores = [says(1, 0.2, 0.1), says(6, 0.4, 0.3), says(0, 0.99)];
  const pieces = [small, found[2]].map((piece) => ({ ...piece, cutCost: 0 }));
  assertEquals(bestPath({ ...line([0, 0, 0]), pieces }, found, scores, height), [2]);
});
