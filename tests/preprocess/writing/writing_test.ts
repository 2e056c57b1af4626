import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { fill, put, writtenDigit } from "../../support/drawn_page.ts";
import { straightRule } from "../../support/straight_rule.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { writingOf } from "@lib/preprocess/writing/writing.ts";

Deno.test("writingOf() tells the marks of ink, and how high the writing is, whatever dust there is", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 30; round++) {
    const high = 20 + rng.integer(60);
    const count = 1 + rng.integer(5);
    const page = inkImage(2 * high * count + 20, high + 40);
    for (let k = 0; k < count; k++) {
      put(page, writtenDigit(rng, high, 1 + 6 * rng.integer(2)), 10 + 2 * high * k, 10);
    }
    const dust = rng.integer(20);
    for (let k = 0; k < dust; k++) fill(page, [3 + 6 * k % page.width, high + 30], [1, 2], 120);
    const { ink, marks, height } = writingOf(page);
    assert(ink === page);
    assertGreater(height, 0.85 * high);
    assertLess(height, 1.05 * high + 1);
    const digits = marks.components.filter((mark) => mark.height > high / 2);
    assertEquals(digits.length, count);
    for (const { x, y, width, label } of digits) {
      const own = [...page.pixels.keys()].filter((i) => marks.labels[i] === label);
      assert(own.every((i) => page.pixels[i] > 30));
      assert(own.every((i) => i % page.width >= x && i % page.width < x + width));
      assertEquals(Math.min(...own.map((i) => Math.floor(i / page.width))), y);
    }
  }
});

Deno.test("writingOf() parts strokes that only blur connects", () => {
  const page = inkImage(60, 40);
  fill(page, [10, 5], [4, 30]);
  fill(page, [20, 5], [4, 30]);
  fill(page, [14, 5], [6, 30], 25);
  assertEquals(writingOf(page).marks.components.length, 2);
  fill(page, [14, 20], [6, 2], 90);
  assertEquals(writingOf(page).marks.components.length, 1);
});

Deno.test("writingOf() passes on what was erased, by default nothing", () => {
  const page = inkImage(30, 20);
  const { height, cells, objects, marks } = writingOf(page);
  assertEquals([height, cells, objects, marks.components], [0, [], [], []]);
  const erased = {
    cells: [straightRule([0, 20], [5, 0])],
    objects: [{ x: 1, y: 2, width: 3, height: 4 }],
  };
  const writing = writingOf(page, erased);
  assertEquals([writing.cells, writing.objects], [erased.cells, erased.objects]);
});
