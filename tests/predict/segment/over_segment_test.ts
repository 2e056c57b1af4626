import { assert, assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { crop } from "@lib/image/crop.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { resample } from "@lib/image/resample.ts";
import { candidates } from "@lib/predict/segment/candidates.ts";
import { overSegment } from "@lib/predict/segment/over_segment.ts";
import { type BoxedInk, boxedInk } from "@lib/image/boxed_ink.ts";
import { overlay } from "@lib/image/overlay.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const { train } = await loadMnist("package");

/** A digit of the training set, about 40 pixels high, its left edge at a column. */
function digit(index: number, x: number): BoxedInk {
  const large = resample(inkImage(28, 28, imageAt(train, index)), 56, 56);
  const box = inkBox(large)!;
  return { box: { ...box, x }, ink: crop(large, box) };
}

const [aTwo, aThree] = [2, 3].map((label) => train.labels.indexOf(label));
const [two, three] = [digit(aTwo, 0), digit(aThree, 0)];
const beside = digit(aThree, two.box.width - 4);
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
  const { box, ink } = digit(aTwo, 0);
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
  const bar = boxedInk(inkImage(8, 40, new Uint8Array(320).fill(255)), { x: 5 });
  const [candidate, ...more] = candidates(overSegment([bar], 40), 40);
  assertEquals(more, []);
  assertAlmostEquals(candidate.box.x, 5);
  assertEquals(candidate.walled, undefined);
});

/** Two solid bars of a height, and a bridge between them over a gap: it can be cut there alone. */
function bridged(high: number, gap: number, { x = 0, bar = 6 } = {}): BoxedInk {
  const ink = inkImage(2 * bar + gap, high);
  ink.pixels.forEach((_, i) => {
    const [column, y] = [i % ink.width, Math.floor(i / ink.width)];
    const isBridge = Math.abs(y - high / 2) < 2;
    if (column < bar || column >= bar + gap || isBridge) ink.pixels[i] = 255;
  });
  return boxedInk(ink, { x });
}

Deno.test("overSegment() leaves marks whole that are narrow, low, or known to be whole", () => {
  const piecesOf = (mark: BoxedInk, isWhole = false): number => {
    const { pieces, prices, doubts } = overSegment([mark], 40, () => isWhole);
    if (pieces.length === 1) {
      assertEquals(pieces[0].box, mark.box);
      assertEquals([...prices, ...doubts], [0, 0, 0, 0]);
    }
    return pieces.length;
  };
  assertGreater(piecesOf(bridged(40, 20)), 1);
  assertEquals(piecesOf(bridged(40, 20), true), 1);
  assertGreater(piecesOf(bridged(18, 20)), 1); // from 14 pixels on, 0.35 of the writing's height
  assertEquals(piecesOf(bridged(13, 20)), 1);
  assertEquals(piecesOf(bridged(40, 3, { bar: 5 })), 1); // 13 wide
  assertGreater(piecesOf(bridged(40, 8, { bar: 5 })), 1);
});

/** Bars 5 pixels wide on a bridge, a gap between each two. */
function comb(bars: number, gap: number): BoxedInk {
  const ink = inkImage(5 * bars + gap * (bars - 1), 40);
  ink.pixels.forEach((_, i) => {
    const [x, y] = [i % ink.width, Math.floor(i / ink.width)];
    if (x % (5 + gap) < 5 || (y > 17 && y < 23)) ink.pixels[i] = 255;
  });
  return boxedInk(ink);
}

Deno.test("overSegment() cuts a mark in every gap, but not nearer than seams may be", () => {
  for (const bars of [2, 3, 6, 9]) {
    const { pieces } = overSegment([comb(bars, 7)], 40);
    assertEquals(pieces.length, bars);
  }
  // A gap each 5 pixels: at least 6 pixels, 0.15 of the writing's height, lie between two seams.
  const ink = inkImage(123, 40);
  ink.pixels.forEach((_, i) => {
    const [x, y] = [i % 123, Math.floor(i / 123)];
    if (x % 5 < 3 || (y > 17 && y < 23)) ink.pixels[i] = 255;
  });
  const { pieces } = overSegment([boxedInk(ink)], 40);
  assert(pieces.length <= 1 + Math.floor(123 / 6), `${pieces.length}`);
  assertGreater(pieces.length, 8);
});

Deno.test("overSegment() sorts pieces by their middles, and knows which belong together", () => {
  const [left, right] = [bridged(40, 20, { x: 0 }), bridged(40, 20, { x: 60 })];
  const { pieces, prices, doubts } = overSegment([right, left], 40);
  const middles = pieces.map(({ box }) => box.x + box.width / 2);
  assertEquals(middles, middles.toSorted((a, b) => a - b));
  const between = pieces.findIndex(({ box }) => box.x >= 60);
  assertEquals([prices[between], doubts[between]], [0, 0]);
  assert(prices.every((price, i) => price > 0 || i === 0 || i === between || i === pieces.length));
  assertAlmostEquals(doubts[1], 1 / (1 + Math.exp((32 / 40 - 1) / 0.12)), 1e-6);
  // A mark that lies between the pieces of another one: parting the two costs that mark's seam.
  const dot = boxedInk(inkImage(3, 3, new Uint8Array(9).fill(255)), { x: 14, y: 0 });
  const over = overSegment([left, dot], 40);
  const at = over.pieces.findIndex(({ box }) => box.height === 3);
  assert(over.prices[at] > 0 && over.prices[at + 1] > 0);
});
