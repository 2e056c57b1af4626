import { assertEquals } from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
import { cutAlong } from "@lib/predict/segment/cut_along.ts";
import { randomInk } from "../../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

const ink = inkOf("##..##", "######", "##..##");
const whole = { box: { x: 10, y: 20, width: 6, height: 3 }, ink };
const seam = (x: number): { columns: Int32Array; cost: number } => {
  return { columns: new Int32Array(3).fill(x), cost: 1 };
};

Deno.test("cutAlong() gives each pixel to one piece", () => {
  const [left, right] = cutAlong(whole, [seam(3)], 1);
  assertEquals(left.box, { x: 10, y: 20, width: 3, height: 3 });
  assertEquals(right.box, { x: 13, y: 20, width: 3, height: 3 });
  assertEquals(left.ink, inkOf("##.", "###", "##."));
  assertEquals([left.cutCost, right.cutCost], [0, 1]);
});

Deno.test("cutAlong() tells the neighbour's ink beside the seam", () => {
  const [left, right] = cutAlong(whole, [seam(4)], 1);
  assertEquals([left.wallLeft, right.wallRight], [undefined, undefined]);
  assertEquals(left.wallRight?.box, { x: 14, y: 20, width: 1, height: 3 });
  assertEquals(right.wallLeft?.box, { x: 13, y: 21, width: 1, height: 1 });
});

Deno.test("cutAlong() gives no piece that is no more than a dot", () => {
  const pieces = cutAlong(whole, [seam(3), seam(4)], 2);
  assertEquals(pieces.map(({ box }) => box.x), [10, 13]);
});

Deno.test("cutAlong() without seams leaves the mark whole", () => {
  assertEquals(cutAlong(whole, [], 1), [{ ...whole, cutCost: 0 }]);
});

Deno.test("cutAlong() along any seams gives all ink back, each pixel at its place", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 100; round++) {
    const random = randomInk(rng);
    const { width, height } = random;
    const own = { ...random, pixels: random.pixels.map((level) => level < 32 ? 0 : level) };
    const columns = Array.from({ length: 1 + rng.integer(4) }, () => rng.integer(width + 1))
      .sort((a, b) => a - b);
    const seams = columns.map((x) => ({ columns: new Int32Array(height).fill(x), cost: 1 }));
    const drifts = new Int32Array(height).map(() => rng.integer(3) - 1);
    for (const { columns } of seams) {
      columns.forEach((x, y) => columns[y] = Math.min(width, Math.max(0, x + drifts[y])));
    }
    const box = { x: 5, y: 8, width, height };
    const found = new Uint8Array(width * height);
    // No pen is so fine: every piece has more ink than its dot.
    for (const piece of cutAlong({ box, ink: own }, seams, 1e-6)) {
      const { width: wide } = piece.box;
      piece.ink.pixels.forEach((level, i) => {
        const [x, y] = [piece.box.x - 5 + i % wide, piece.box.y - 8 + Math.floor(i / wide)];
        found[y * width + x] += level;
      });
    }
    assertEquals(found, own.pixels);
  }
});
