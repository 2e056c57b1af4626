import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { readColumns, widestLine } from "@lib/model/read_columns.ts";
import { assertAlmostEquals, assertEquals, assertRejects } from "../support/assert.ts";

await initBackend("wasm");
const options = { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) };
const model = buildNetwork("line", options);

function line(width: number): ReturnType<typeof inkImage> {
  const rng = rngFromSeed(7);
  const ink = inkImage(width, 32);
  for (let x = 0; x < Math.min(width, 80); x++) {
    for (let y = 0; y < 32; y++) ink.pixels[y * width + x] = rng.integer(256);
  }
  return ink;
}

Deno.test("a line's columns are probabilities, and the same however wide it was padded", async () => {
  const [short, long] = await readColumns(model, [line(90), line(200)]);
  assertEquals(short.length % 11, 0);
  for (let first = 0; first < short.length; first += 11) {
    const row = short.subarray(first, first + 11);
    assertAlmostEquals(row.reduce((sum, value) => sum + value), 1, 1e-4);
  }
  // A column sees 30 pixels: the first 30 columns end before the narrower image does.
  for (let i = 0; i < 30 * 11; i++) assertAlmostEquals(short[i], long[i], 1e-4);
});

Deno.test("many lines are read as each alone", async () => {
  const lines = Array.from({ length: 19 }, (_, i) => line(60 + 10 * i));
  const together = await readColumns(model, lines);
  for (const i of [0, 7, 18]) {
    const [alone] = await readColumns(model, [lines[i]]);
    assertEquals(alone.length, together[i].length);
    alone.forEach((value, k) => assertAlmostEquals(value, together[i][k], 1e-5));
  }
});

Deno.test("lines of another height, too wide ones, and other models are refused", async () => {
  await assertRejects(() => readColumns(model, [inkImage(90, 31)]), RangeError, "32 rows");
  await assertRejects(() => readColumns(model, [inkImage(widestLine + 1, 32)]), RangeError, "672");
  const digits = buildNetwork("compact", options);
  await assertRejects(() => readColumns(digits, [inkImage(90, 32)]), TypeError, "columns of 11");
});
