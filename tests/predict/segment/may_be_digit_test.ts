import { assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import type { Box } from "@lib/image/box.ts";
import { type Degrees, turnBox } from "@lib/image/turn_box.ts";
import { mayBeDigit } from "@lib/predict/segment/may_be_digit.ts";

const rng = rngFromSeed(3);
const page = { width: 900, height: 700 };

/** Digits beside each other, and where the next one would stand. */
function drawLine(): { readonly digits: { readonly box: Box }[]; readonly next: Box } {
  const height = rng.between(30, 90);
  const [left, top] = [rng.between(60, 120), rng.between(200, 400)];
  const boxes = Array.from({ length: 5 }, (_, i): Box => ({
    x: left + i * height,
    y: top + height * rng.between(-0.05, 0.05),
    width: height * rng.between(0.4, 0.8),
    height: height * rng.between(0.9, 1.1),
  }));
  const next = rng.integer(5);
  return {
    digits: boxes.filter((_, i) => i !== next).map((box) => ({ box })),
    next: boxes[next],
  };
}

Deno.test("mayBeDigit() tells an object in a digit's place, whichever way the page lies", () => {
  for (let i = 0; i < 100; i++) {
    const { digits, next } = drawLine();
    for (const turned of [0, 90, 180, 270] as Degrees[]) {
      const lying = (box: Box): Box => turned === 0 ? box : turnBox(box, turned, page);
      const lines = digits.map(({ box }) => ({ box: lying(box) }));
      assertEquals(mayBeDigit(lying(next), lines, turned), true, `${i} ${turned}`);
    }
  }
});

Deno.test("mayBeDigit() takes no shadow, speck or object elsewhere for a digit", () => {
  for (let i = 0; i < 100; i++) {
    const { digits, next: { x, y, width, height } } = drawLine();
    const others: Box[] = [
      { x: x - 2 * height, y, width: 4 * height, height },
      { x, y: y - height, width, height: 3 * height },
      { x, y, width: 0.2 * height, height: 0.2 * height },
      { x, y: y + 1.5 * height, width, height },
      { x: x + 9 * height, y, width, height },
    ];
    others.forEach((box, k) => assertEquals(mayBeDigit(box, digits, 0), false, `${i} ${k}`));
    assertEquals(mayBeDigit({ x, y, width, height }, [], 0), false);
  }
});
