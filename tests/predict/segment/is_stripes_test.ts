import { assertEquals } from "../../support/assert.ts";
import { strokeMark } from "../../support/stroke_mark.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { isStripes } from "@lib/predict/segment/is_stripes.ts";

/** Bars of the same length at one pitch, but for what a test changes of one of them. */
function bars(
  count: number,
  rng: Rng,
  odd: { readonly at: number; readonly longer?: number; readonly aside?: number } = { at: 0 },
): BoxedInk[] {
  const [pitch, high] = [rng.between(24, 60), rng.between(40, 90)];
  const [lean, pen] = [rng.between(-0.1, 0.3), rng.between(2, 4)];
  return Array.from({ length: count }, (_, i) => {
    const { longer = 0, aside = 0 } = i === odd.at ? odd : {};
    const [x, up] = [40 + (i + aside) * pitch, high * (1 + longer)];
    return strokeMark(pen, [[x, 150], [x + lean * up, 150 - up]]);
  });
}

Deno.test("isStripes() tells bars alike at one pitch, four or more", () => {
  const rng = rngFromSeed(111);
  for (let i = 0; i < 40; i++) {
    assertEquals(isStripes(bars(4 + rng.integer(5), rng)), true);
    assertEquals(isStripes(bars(1 + rng.integer(3), rng)), false);
  }
});

Deno.test("isStripes() tells no written ones, nor stripes with something else among them", () => {
  const rng = rngFromSeed(112);
  for (let i = 0; i < 40; i++) {
    const count = 4 + rng.integer(5);
    const at = 1 + rng.integer(count - 2);
    assertEquals(isStripes(bars(count, rng, { at, longer: rng.between(0.15, 0.4) })), false);
    assertEquals(isStripes(bars(count, rng, { at, aside: rng.between(0.2, 0.3) })), false);
    const [{ box: { y, height: high } }, ...rest] = bars(count, rng);
    const seven = strokeMark(3, [[20, y], [40, y], [30, y + high - 1]]);
    assertEquals(isStripes([seven, ...rest]), false);
  }
});
