import { assert, assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { crop } from "@lib/image/crop.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { resample } from "@lib/image/resample.ts";
import { candidates } from "@lib/predict/segment/candidates.ts";
import { overSegment } from "@lib/predict/segment/over_segment.ts";
import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { overlay } from "@lib/image/overlay.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const { test } = await loadMnist("package");

/** A digit of the test set, about 40 pixels high, its left edge at a column. */
function digit(index: number, x: number): BoxedInk {
  const large = resample(inkImage(28, 28, imageAt(test, index)), 56, 56);
  const box = inkBox(large)!;
  return { box: { ...box, x }, ink: crop(large, box) };
}

const [two, three] = [digit(1, 0), digit(18, 0)];
const beside = digit(18, two.box.width - 4);
const touching = overlay([two, beside]);

Deno.test("overSegment() cuts touching digits, and prices only what was cut", () => {
  const apart = { ...three, box: { ...three.box, x: touching.box.width + 20 } };
  const { pieces, prices, doubts } = overSegment([touching, apart], 40);
  assertGreater(pieces.length, 2);
  assertEquals(prices.length, pieces.length + 1);
  const before = pieces.findIndex(({ box }) => box.x >= touching.box.width + 20);
  assertEquals([prices[0], prices[before], prices[pieces.length]], [0, 0, 0]);
  assert(prices.subarray(1, before).every((price) => price > 0));
  assertEquals([doubts[0], doubts[before], doubts[pieces.length]], [0, 0, 0]);
  assert(doubts.subarray(1, before).every((doubt) => doubt > 0 && doubt < 0.2));
});

Deno.test("overSegment() doubts that a mark is to be cut that is higher than wide", () => {
  const { box, ink } = digit(1, 0);
  const high = { width: ink.width, height: 2 * ink.height };
  const mark = { box: { ...box, ...high }, ink: resample(ink, high.width, high.height) };
  const { doubts, pieces } = overSegment([mark], high.height);
  assertGreater(pieces.length, 1);
  assert(doubts.subarray(1, pieces.length).every((doubt) => doubt > 0.9));
});

Deno.test("candidates() hold the digits that touch, and none much wider than a digit", () => {
  const line = overSegment([touching], 40);
  const found = candidates(line, 40);
  const right = two.box.width;
  assert(found.some(({ box }) => box.x <= 1 && Math.abs(box.x + box.width - right) <= 8));
  assert(found.some(({ box, end }) => end === line.pieces.length && Math.abs(box.x - right) <= 8));
  for (const { first, end, box } of found) {
    assertGreater(end, first);
    assert(end === first + 1 || box.width <= 1.6 * Math.max(40, box.height));
  }
});

Deno.test("candidates() of one piece is that piece", () => {
  const [candidate, ...more] = candidates(overSegment([digit(2, 5)], 40), 40);
  assertEquals(more, []);
  assertAlmostEquals(candidate.box.x, 5);
  assertEquals(candidate.walled, undefined);
});
