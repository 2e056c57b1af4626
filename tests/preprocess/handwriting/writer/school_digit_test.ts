import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { lineHand } from "@lib/preprocess/handwriting/line/line_hand.ts";
import { schoolDigit } from "@lib/preprocess/handwriting/writer/school_digit.ts";
import { schoolShapes } from "@lib/preprocess/handwriting/writer/school_shapes.ts";
import { assert, assertEquals, assertNotEquals } from "../../../support/assert.ts";

const rng = rngFromSeed(27);
const each = schoolShapes.flatMap((shapes, label) =>
  shapes.map((_, i) => ({ label, shape: (i + 0.5) / shapes.length, parts: shapes[i].split("|") }))
);

Deno.test("schoolDigit() draws about 20 pixels high, each time another, in strokes of one pen", () => {
  for (const { label, shape } of each) {
    const drawn = Array.from({ length: 30 }, (_, i) => schoolDigit(label, shape, rng.fork(i)));
    assertEquals(schoolDigit(label, shape, rng.fork(3)), drawn[3]);
    assertEquals(new Set(drawn.map((ink) => ink?.pixels.join())).size, 30);
    for (const ink of drawn) {
      assert(ink !== undefined && ink.height >= 16 && ink.height <= 32, `${label}, ${shape}`);
      assert(strokeWidth(ink) < 4.5, `${label}, ${shape}: ${strokeWidth(ink)}`);
    }
  }
});

Deno.test("schoolDigit() draws a stroke without a gap, and never more pieces than strokes", () => {
  for (const { label, shape, parts } of each) {
    for (let i = 0; i < 10; i++) {
      const ink = schoolDigit(label, shape, rng.fork(i));
      assert(ink !== undefined);
      const { length } = connectedComponents(ink, 48).components;
      assert(length <= parts.length, `${label}, ${shape}: ${length} pieces`);
    }
  }
});

Deno.test("schoolDigit() leaves 1s, whose upstroke and foot are drawn elsewhere", () => {
  const drawn = Array.from({ length: 10 }, (_, label) => schoolDigit(label, 0.4, rng.fork(label)));
  assertEquals(drawn.map((ink) => ink === undefined), drawn.map((_, label) => label === 1));
});

Deno.test("lineHand() writes a digit again for the same draws, and otherwise in other hands", async () => {
  const { train } = await loadMnist("package");
  const digit = train.labels.indexOf(7);
  const hands = Array.from({ length: 40 }, (_, i) => lineHand(train, rng.fork(i)));
  const drawn = hands.map((write) => write(digit, 1, rngFromSeed(1)).pixels.join());
  const again = hands.map((write) => write(digit, 1, rngFromSeed(1)).pixels.join());
  assertEquals(again, drawn);
  assertNotEquals(new Set(drawn).size, 1);
});
