import { assertEquals } from "../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { Box } from "@lib/image/box.ts";
import { textLines } from "@lib/predict/segment/text_lines.ts";

function box(x: number, y: number, height = 40): Box {
  return { x, y, width: 30, height };
}

Deno.test("textLines() orders lines from top to bottom, boxes from left to right", () => {
  const [a, b, c, d] = [box(10, 10), box(60, 16), box(5, 90), box(70, 84)];
  assertEquals(textLines([d, b, c, a], 40), [[a, b], [c, d]]);
});

Deno.test("textLines() follows a line that climbs by more than its height", () => {
  const climbing = Array.from({ length: 9 }, (_, i) => box(45 * i, 200 - 12 * i));
  assertEquals(textLines(climbing.toReversed(), 40), [climbing]);
});

Deno.test("textLines() puts low signs and parts to the line they stand on", () => {
  const [a, comma, b, below] = [box(0, 0), box(40, 33, 12), box(80, 2), box(0, 70)];
  assertEquals(textLines([below, comma, b, a], 40), [[a, comma, b], [below]]);
});

Deno.test("textLines() of nothing is nothing", () => {
  assertEquals(textLines([], 0), []);
});

Deno.test("textLines() keeps the two halves of a broken digit on one line", () => {
  const [a, upper, lower, b] = [box(0, 0), box(40, 0, 18), box(41, 22, 18), box(80, 0)];
  const [line, ...more] = textLines([a, upper, lower, b], 40);
  assertEquals([line.length, more.length], [4, 0]);
});

/** Shuffles in place, with a generator of its own. */
function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const left = [...items];
  return items.map(() => left.splice(rng.integer(left.length), 1)[0]);
}

Deno.test("textLines() finds written lines again, whatever their slope, waves and sizes", () => {
  const rng = rngFromSeed(8);
  for (let round = 0; round < 60; round++) {
    const slope = 0.3 * (rng.uniform() - 0.5);
    const wave = 10 * rng.uniform();
    const written = Array.from({ length: 1 + rng.integer(4) }, (_, row) => {
      const start = rng.integer(60);
      return Array.from({ length: 3 + rng.integer(8) }, (_, i): Box => {
        const x = start + 45 * i;
        const middle = 400 + 62 * row + slope * x + wave * Math.sin(x / 120);
        const height = 30 + rng.integer(16);
        return { x, y: middle - height / 2, width: 20 + rng.integer(15), height };
      });
    });
    assertEquals(textLines(shuffled(written.flat(), rng), 40), written, `round ${round}`);
  }
});

Deno.test("textLines() takes a mark to the line that it shares most of its height with", () => {
  const [upper, lower] = [[box(0, 0), box(45, 0)], [box(0, 60), box(45, 60)]];
  const near = (y: number, height: number): Box => ({ x: 90, y, width: 10, height });
  const lineOf = (mark: Box): number => {
    return textLines([mark, ...lower, ...upper], 40).findIndex((line) => line.includes(mark));
  };
  assertEquals(textLines([...lower, ...upper], 40), [upper, lower]);
  assertEquals([lineOf(near(22, 34)), lineOf(near(48, 34))], [0, 1]);
  assertEquals([lineOf(near(30, 16)), lineOf(near(54, 16))], [0, 1]);
});

Deno.test("textLines() starts a line with a mark that shares little with each line there", () => {
  const line = [box(0, 0), box(45, 0)];
  const shares = (part: number): Box => ({ x: 90, y: 40 - 40 * part, width: 30, height: 40 });
  assertEquals(textLines([...line, shares(0.5)], 40).length, 1);
  assertEquals(textLines([...line, shares(0.15)], 40).length, 2);
});

Deno.test("textLines() joins parts of a line less than a line's height apart, and leaves others", () => {
  // A gap in the middle of a line that falls: the box behind it shares no height with the one before.
  const falling = (drop: number): Box[] => [box(0, 0), box(45, 0), box(90, drop), box(135, drop)];
  assertEquals(textLines(falling(26), 40).length, 1);
  assertEquals(textLines(falling(34), 40).length, 2);
});

Deno.test("textLines() measures the distance of two lines beside each other, not from end to end", () => {
  const row = (y: number): Box[] => Array.from({ length: 12 }, (_, i) => box(45 * i, y + 6 * i));
  const [upper, lower] = [row(0), row(60)]; // the lower one begins where the upper one ends
  assertEquals(textLines([...lower, ...upper], 40), [upper, lower]);
});

Deno.test("textLines() sorts lines by their middles, of which high marks count more", () => {
  const [a, b] = [box(0, 0), box(45, 40)];
  const [c, d] = [box(300, 10, 100), box(345, 0, 20)];
  assertEquals(textLines([c, d], 40), [[c, d]]);
  assertEquals(textLines([b, a], 40), [[a], [b]]);
});

Deno.test("textLines() looks for the neighbour by the middles of the boxes", () => {
  const wide: Box = { x: 0, y: 60, width: 100, height: 40 }; // its middle is at 50, that of the next at 85
  const line = [box(70, 30), wide];
  const [, ...more] = textLines([...line, { x: 75, y: 75, width: 4, height: 12 }], 40);
  assertEquals(more.length, 1);
});

Deno.test("textLines() measures how far apart lines are from the three nearest marks", () => {
  const climbing = Array.from({ length: 9 }, (_, i) => box(45 * i, 200 - 12 * i));
  for (const at of [1, 4, 7]) {
    for (const height of [12, 18]) {
      const beside = (gap: number): Box => {
        return { x: 45 * at + 1, y: 220 - 12 * at + gap - height / 2, width: 30, height };
      };
      // At seven tenths of the writing's height, 28 pixels, they part.
      for (const side of [-1, 1]) {
        assertEquals(textLines([...climbing, beside(27 * side)], 40).length, 1);
        const apart = textLines([...climbing, beside(29 * side)], 40);
        assertEquals(apart.map((line) => line.length).sort(), [1, 9]);
      }
    }
  }
});

Deno.test("textLines() adds what is left to the nearer of two lines", () => {
  const [upper, lower] = [0, 70].map((y) => Array.from({ length: 5 }, (_, i) => box(45 * i, y)));
  const speck = (y: number): Box => ({ x: 100, y, width: 6, height: 6 });
  const count = (y: number): number[] => {
    return textLines([...lower, speck(y), ...upper], 40).map((line) => line.length);
  };
  assertEquals([count(43), count(61)], [[6, 5], [5, 6]]);
});

Deno.test("textLines() takes for the nearest box the one whose middle is, however wide either is", () => {
  // Two boxes of one line, of which only one is as high up, or as low, as the mark.
  const count = (line: readonly Box[], mark: Box): number => textLines([...line, mark], 40).length;
  const narrowMark = { x: 51, y: -9, width: 10, height: 18 }; // its middle is at 56
  const [wide, narrow] = [{ ...box(0, 0), width: 100 }, { ...box(60, 20), width: 10 }];
  assertEquals(count([wide, narrow], narrowMark), 1); // middles at 50, which fits, and at 65
  const wideMark = { x: 40, y: 51, width: 90, height: 18 }; // its middle is at 85
  const [left, right] = [{ ...box(45, 0), width: 10 }, { ...box(95, 20), width: 10 }];
  assertEquals(count([left, right], wideMark), 1); // middles at 50, and at 100, which fits
  assertEquals(count([left, right], { ...wideMark, x: 20, width: 60 }), 2); // now 50 is the nearest
});
