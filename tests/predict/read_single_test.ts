import { assertAlmostEquals, assertEquals, assertLess } from "../support/assert.ts";
import { answerOf, fakeModel } from "../support/fake_model.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { readSingle } from "@lib/predict/read_single.ts";
import { type Writing, writingOf } from "@lib/preprocess/writing/writing.ts";

await initBackend("wasm");

/** A block of 40 × 40 pixels at (20, 20), and what a test adds. */
function sheet(isMore: (x: number, y: number) => boolean = () => false): Writing {
  const pixels = Uint8Array.from({ length: 100 * 80 }, (_, i) => {
    const [x, y] = [i % 100, Math.floor(i / 100)];
    return (x >= 20 && x < 60 && y >= 20 && y < 60) || isMore(x, y) ? 255 : 0;
  });
  return writingOf(inkImage(100, 80, pixels));
}

const block = { x: 20, y: 20, width: 40, height: 40 };

/** A neighbour's edge as wide as a test says; it runs off the sheet. */
function withNeighbour(wide: number): Writing {
  return sheet((x, y) => x >= 100 - wide && y > 10 && y < 70);
}

/** What is read where the model is so sure of the block alone, and of all ink together. */
async function boxOf(alone: number, together: number, writing: Writing): Promise<number> {
  const { model } = fakeModel(({ aspect }) => {
    return aspect > 0.9 && aspect < 1.1 ? answerOf(3, alone, 0) : answerOf(5, together, 0);
  }, { classes: 10 });
  const [{ digits: [{ box, digit }] }] = await readSingle(model, writing);
  assertEquals(digit, box.width === block.width ? 3 : 5);
  return box.width;
}

/** The share of the ink that is the block's. */
function shareOf(wide: number): number {
  return 1600 / (1600 + 59 * wide);
}

Deno.test("readSingle() takes all ink for one digit", async () => {
  const { model } = fakeModel(() => answerOf(4, 0.7, 0), { classes: 10 });
  const [line, ...more] = await readSingle(model, sheet());
  const [digit, ...others] = line.digits;
  assertEquals([digit.box, digit.digit, digit.normalised.length], [block, 4, 784]);
  assertEquals([more, others, line.separators, line.rejected], [[], [], [], []]);
  assertAlmostEquals(line.confidence, 0.7, 1e-6);
});

Deno.test("readSingle() leaves out ink only where the model's gain is worth what is unexplained", async () => {
  const rng = rngFromSeed(17);
  for (let i = 0; i < 12; i++) {
    const wide = 3 + rng.integer(8);
    const needed = shareOf(wide) ** -3; // how many times as sure the model must be without it
    const together = rng.between(0.15, 0.9 / needed / 1.1);
    const all = 100 - 20;
    const writing = withNeighbour(wide);
    assertEquals(await boxOf(together * needed * 1.1, together, writing), 40, `${wide} wide`);
    assertEquals(await boxOf(together * needed / 1.1, together, writing), all, `${wide} wide`);
  }
});

Deno.test("readSingle() keeps more ink at the same confidence the more of it would be left out", async () => {
  const widths = await Promise.all(
    [3, 12].map((wide) => boxOf(0.9, 0.6, withNeighbour(wide))),
  );
  assertEquals(widths, [40, 80]);
});

/** What a model with a reject class may say. */
function randomAnswer(rng: Rng, nonDigit: number): number[] {
  const weights = Array.from({ length: 10 }, () => rng.uniform() + 1e-3);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return [...weights.map((weight) => (1 - nonDigit) * weight / sum), nonDigit];
}

Deno.test("readSingle() lets the ten digits alone compete, however likely no digit is", async () => {
  const rng = rngFromSeed(23);
  for (const nonDigit of [0.05, 0.5, 0.9, 0.999]) {
    const answer = randomAnswer(rng, nonDigit);
    const digits = answer.slice(0, 10);
    const best = Math.max(...digits);
    const [{ digits: [read], confidence }] = await readSingle(
      fakeModel(() => answer).model,
      sheet(),
    );
    assertEquals([read.digit, read.nonDigit], [digits.indexOf(best), 0]);
    const sum = read.probabilities.reduce((total, probability) => total + probability, 0);
    assertAlmostEquals(sum, 1, 1e-5);
    assertAlmostEquals(read.confidence, best / (1 - nonDigit), 1e-4);
    assertEquals(confidence, read.confidence);
    assertLess(best, read.confidence);
  }
});

Deno.test("readSingle() of a blank sheet is nothing", async () => {
  const { model, asked } = fakeModel(() => answerOf(0, 1, 0));
  assertEquals(await readSingle(model, writingOf(inkImage(9, 9))), []);
  assertEquals(asked(), 0);
});
