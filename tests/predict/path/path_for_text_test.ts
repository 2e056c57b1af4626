import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import type { PathCosts } from "@lib/predict/path/path_costs.ts";
import { pathForText } from "@lib/predict/path/path_for_text.ts";
import type { Candidate } from "@lib/predict/segment/candidates.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";

const box = { x: 0, y: 0, width: 1, height: 1 };
const ink = inkImage(1, 1);

function allRuns(pieces: number): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < pieces; first++) {
    for (let end = first + 1; end <= Math.min(pieces, first + 3); end++) {
      found.push({ box, ink, first, end });
    }
  }
  return found;
}

function drawCosts(found: readonly Candidate[], rng: Rng): PathCosts {
  const digits = found.map(() => Array.from({ length: 10 }, () => 5 * rng.uniform()));
  const leaveOut = found.map(() => 5 * rng.uniform());
  return { digit: (i, label = 0) => digits[i][label], leaveOut: (i) => leaveOut[i] };
}

/** All choices of so many candidates that share no piece. */
function choices(found: readonly Candidate[], count: number, from = 0): number[][] {
  if (count === 0) return [[]];
  return found.flatMap(({ first, end }, i) => {
    return first < from ? [] : choices(found, count - 1, end).map((rest) => [i, ...rest]);
  });
}

function costOf(
  path: readonly number[],
  text: readonly number[],
  found: readonly Candidate[],
  costs: PathCosts,
): number {
  const taken = path.map((i) => found[i]);
  const left = found.filter(({ first, end }) => {
    return end === first + 1 && !taken.some((one) => one.first <= first && first < one.end);
  });
  return path.reduce((sum, i, k) => sum + costs.digit(i, text[k]), 0) +
    left.reduce((sum, one) => sum + costs.leaveOut(found.indexOf(one)), 0);
}

Deno.test("pathForText() finds the cheapest of all ways that read as the text", () => {
  const rng = rngFromSeed(8);
  for (let round = 0; round < 200; round++) {
    const pieces = 1 + rng.integer(6);
    const found = allRuns(pieces);
    const costs = drawCosts(found, rng.fork(round));
    const text = Array.from({ length: rng.integer(pieces + 1) }, () => rng.integer(10));
    const best = pathForText(pieces, found, costs, text);
    assert(best !== undefined, `${round}`);
    const all = choices(found, text.length).map((path) => costOf(path, text, found, costs));
    assertAlmostEquals(best.cost, Math.min(...all), 1e-9, `${round}`);
    assertAlmostEquals(costOf(best.path, text, found, costs), best.cost, 1e-9, `${round}`);
  }
});

Deno.test("pathForText() finds no way for more digits than there are pieces", () => {
  const found = allRuns(2);
  assertEquals(pathForText(2, found, drawCosts(found, rngFromSeed(1)), [1, 2, 3]), undefined);
});
