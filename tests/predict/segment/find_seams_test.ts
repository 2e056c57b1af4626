import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertLess,
} from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { holes } from "@lib/predict/segment/holes.ts";
import { seamLimits } from "@lib/predict/segment/limits.ts";
import { findSeams } from "@lib/predict/segment/find_seams.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** Rings of the same radius, side by side. */
function rings(centres: readonly number[], radius = 20, stroke = 5): InkImage {
  const [width, height] = [Math.max(...centres) + radius + 3, 2 * radius + 5];
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width) - radius - 2];
    const isInk = centres.some((centre) => {
      return Math.abs(Math.hypot(x - centre, y) - radius) <= stroke / 2;
    });
    return isInk ? 255 : 0;
  });
  return inkImage(width, height, pixels);
}

const limits = { stroke: 5, apart: 8, cost: 6, count: 20 };

Deno.test("findSeams() parts touching zeros along the wall that they share", () => {
  const ink = rings([22, 62]); // around column 42
  const seams = findSeams(ink, limits);
  const walls = seams.filter(({ columns }) => {
    return columns.subarray(15, ink.height - 15).every((x) => x >= 38 && x <= 46);
  });
  assertGreater(walls.length, 0);
  // None runs down inside a zero.
  for (const { columns } of seams) {
    const inside = columns.filter((x, y) => {
      return Math.min(Math.hypot(x - 22, y - 22), Math.hypot(x - 62, y - 22)) < 14;
    });
    assertLess(inside.length, 10);
  }
});

Deno.test("findSeams() gives whole ways down, in steps of one column at most", () => {
  const ink = rings([22, 62, 102]);
  const seams = findSeams(ink, limits);
  assertGreater(seams.length, 1);
  for (const { columns, cost } of seams) {
    assertEquals(columns.length, ink.height);
    assertLess(cost, limits.cost);
    for (let y = 1; y < columns.length; y++) {
      assertLess(Math.abs(columns[y] - columns[y - 1]), 2);
    }
  }
});

Deno.test("findSeams() keeps seams apart, to their number, and to their cost", () => {
  const ink = rings([22, 62, 102]);
  assertEquals(findSeams(ink, { ...limits, count: 1 }).length, 1);
  assertEquals(findSeams(ink, { ...limits, cost: 0 }), []);
  const wide = findSeams(ink, { ...limits, apart: 60 });
  for (let i = 1; i < wide.length; i++) {
    assertGreater(wide[i].columns[0] - wide[i - 1].columns[0], -1);
  }
  assertLess(wide.length, findSeams(ink, limits).length);
});

/** The cheapest way down through a place, found by trying all of them; nothing where two cost the same. */
function cheapestThrough(
  ways: readonly { readonly columns: readonly number[]; readonly cost: number }[],
  x: number,
  y: number,
): { readonly columns: readonly number[]; readonly cost: number } | undefined {
  const through = ways.filter(({ columns }) => columns[y] === x);
  const least = Math.min(...through.map(({ cost }) => cost));
  const best = through.filter(({ cost }) => cost === least);
  return best.length === 1 ? best[0] : undefined;
}

/** All ways from the top row to the bottom row with steps of one column at most, and the ink on each. */
function allWays({ width, height, pixels }: InkImage): { columns: number[]; cost: number }[] {
  let ways = Array.from({ length: width }, (_, x) => ({ columns: [x], cost: pixels[x] }));
  for (let y = 1; y < height; y++) {
    ways = ways.flatMap(({ columns, cost }) =>
      [-1, 0, 1].map((step) => ({ x: columns[y - 1] + step, step }))
        .filter(({ x }) => x >= 0 && x < width)
        .map(({ x, step }) => ({
          columns: [...columns, x],
          cost: cost + pixels[y * width + x] + (step === 0 ? 0 : 255 * seamLimits.sideways),
        }))
    );
  }
  return ways;
}

Deno.test("findSeams() finds what trying all ways through small images finds", () => {
  const rng = rngFromSeed(3);
  const numbers: number[] = [];
  for (let round = 0; round < 40; round++) {
    const [width, height] = [9 + rng.integer(4), 6 + rng.integer(2)];
    const ink = inkImage(width, height);
    const isSparse = round % 2 === 0;
    ink.pixels.forEach((_, i) => {
      ink.pixels[i] = isSparse && rng.integer(3) === 0 ? 0 : rng.integer(256);
    });
    const inside = holes(ink, seamLimits.holeWall);
    const priced = inkImage(width, height, ink.pixels.slice());
    inside.forEach((hole, i) => {
      if (hole !== 0) priced.pixels[i] = Math.max(priced.pixels[i], seamLimits.insideHole);
    });
    const options = {
      stroke: 1 + rng.uniform(),
      apart: 1 + 3 * rng.uniform(),
      cost: 2 + 2 * rng.uniform(),
      count: 1 + rng.integer(6),
    };
    const ways = allWays(priced);
    const margin = Math.max(1, Math.round(seamLimits.sliver * options.apart));
    const rows = seamLimits.heights.map((share) => Math.floor(share * (height - 1)));
    const all = rows.flatMap((y) => {
      const best = Array.from({ length: width }, (_, x) => cheapestThrough(ways, x, y));
      return best.flatMap((way, x) => {
        if (x < margin || x >= width - margin) return [];
        if (way === undefined) return [undefined];
        const [left, right] = [best[x - 1]?.cost, best[x + 1]?.cost];
        if (left === undefined || right === undefined) return [undefined];
        return left >= way.cost && right > way.cost ? [way] : [];
      });
    });
    if (all.includes(undefined)) continue; // which of two ways of one cost is taken is open
    const chosen: { columns: readonly number[]; cost: number }[] = [];
    for (const way of all.filter((some) => some !== undefined).sort((a, b) => a.cost - b.cost)) {
      const isFar = chosen.every(({ columns }) => {
        const gaps = columns.map((x, y) => Math.abs(x - way.columns[y]));
        return gaps.reduce((a, b) => a + b) / height >= options.apart;
      });
      const cost = way.cost / 255 / options.stroke;
      if (isFar && cost <= options.cost && chosen.length < options.count) chosen.push(way);
    }
    const middle = (columns: readonly number[]): number => columns.reduce((a, b) => a + b);
    chosen.sort((a, b) => middle(a.columns) - middle(b.columns));
    const found = findSeams(ink, options);
    assertEquals(found.map(({ columns }) => [...columns]), chosen.map(({ columns }) => columns));
    found.forEach(({ cost }, i) => {
      assertAlmostEquals(cost, chosen[i].cost / 255 / options.stroke, 1e-4);
    });
    numbers.push(found.length);
  }
  assertGreater(numbers.length, 15); // images that could be compared
  assertGreater(new Set(numbers).size, 2);
});

Deno.test("findSeams() goes straight down an even ground, and round ink that costs more than a step", () => {
  const ink = inkImage(21, 11);
  for (let y = 0; y < 11; y++) ink.pixels.fill(255, y * 21, y * 21 + 3); // a stroke at each side
  for (let y = 0; y < 11; y++) ink.pixels.fill(255, y * 21 + 18, y * 21 + 21);
  for (let y = 0; y < 11; y++) ink.pixels[y * 21 + 10] = y === 5 ? 0 : 120;
  const options = { stroke: 3, apart: 3, cost: 1, count: 9 };
  for (const { columns } of findSeams(ink, options)) {
    assertEquals(new Set(columns).size, 1);
  }
  const wall = inkImage(
    21,
    11,
    ink.pixels.map((level, i) => Math.floor(i / 21) === 3 ? 255 : level),
  );
  wall.pixels[3 * 21 + 13] = 0; // the only gap
  const through = findSeams(wall, { ...options, cost: 0.25 }); // less than a crossed wall
  assertGreater(through.length, 0);
  for (const { columns } of through) assertEquals(columns[3], 13);
});
