import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { plainDigit } from "@lib/preprocess/handwriting/writer/plain_digit.ts";

const rng = rngFromSeed(26);
const drawn = Array.from(
  { length: 10 },
  (_, label) => Array.from({ length: 60 }, (_, i) => plainDigit(label, rng.fork(label * 60 + i))),
);

Deno.test("plainDigit() draws about 20 pixels high, each time another, in strokes of one pen", () => {
  for (const [label, own] of drawn.entries()) {
    assert(new Set(own.map(({ pixels }) => pixels.join())).size === own.length, `${label}`);
    for (const ink of own) {
      assert(ink.height >= 15 && ink.height <= 27, `${label}: ${ink.height} high`);
      assert(strokeWidth(ink) < 5, `${label}: strokes of ${strokeWidth(ink)}`);
    }
  }
  assertEquals(plainDigit(4, rng.fork(4 * 60 + 2)), drawn[4][2]);
});

Deno.test("plainDigit() draws parts that mostly hang together", () => {
  for (const [label, own] of drawn.entries()) {
    const whole = own.filter((ink) => connectedComponents(ink, 48).components.length === 1);
    assert(whole.length >= 0.6 * own.length, `${label}: ${whole.length} of ${own.length}`);
  }
});

Deno.test("plainDigit() draws a 1 as a bar alone, with an upstroke, or with a foot", () => {
  const shares = drawn[1].map(({ width, height }) => width / height);
  assert(shares.some((share) => share < 0.2), "no bar");
  assert(shares.some((share) => share > 0.4), "no foot");
});
