import { assertGreaterOrEqual, assertLess } from "../support/assert.ts";
import { answerOf, fakeModel } from "../support/fake_model.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawArc } from "@lib/image/draw_arc.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { readLines } from "@lib/predict/read_lines.ts";
import { writingOf } from "@lib/preprocess/writing/writing.ts";

await initBackend("wasm");

Deno.test("readLines() is not sure of straight strokes alone, but of those beside another digit", async () => {
  const rng = rngFromSeed(42);
  const { model } = fakeModel(() => answerOf(1, 0.97, 0.02));
  for (let round = 0; round < 10; round++) {
    const count = 1 + rng.integer(3);
    const height = 30 + rng.integer(30);
    const page = inkImage(50 * (count + 1) + 60, 2 * height);
    for (let k = 0; k < count; k++) {
      drawLine(page, [30 + 50 * k, height / 2], [30 + 50 * k, 1.5 * height], 4);
    }
    const [bars] = await readLines(model, writingOf(page));
    for (const { confidence } of bars.digits) assertLess(confidence, 0.9, `round ${round}`);
    drawArc(page, [30 + 50 * count, height / 2], [30 + 50 * count, 1.5 * height], -0.3, 4);
    const [number] = await readLines(model, writingOf(page));
    for (const { confidence } of number.digits) assertGreaterOrEqual(confidence, 0.9);
  }
});

Deno.test("readLines() is not sure of five ones and more without another digit, however they are bent", async () => {
  const rng = rngFromSeed(43);
  const { model } = fakeModel(() => answerOf(1, 0.97, 0.02));
  for (let count = 2; count <= 8; count++) {
    const height = 30 + rng.integer(30);
    const page = inkImage(50 * (count + 1) + 60, 2 * height);
    for (let k = 0; k < count; k++) {
      drawArc(page, [30 + 50 * k, height / 2], [30 + 50 * k, 1.5 * height], -0.3, 4);
    }
    const [number] = await readLines(model, writingOf(page));
    for (const { confidence } of number.digits) {
      if (count < 5) assertGreaterOrEqual(confidence, 0.9, `${count}`);
      else assertLess(confidence, 0.9, `${count}`);
    }
  }
});
