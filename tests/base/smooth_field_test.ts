import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { smoothField } from "@lib/base/smooth_field.ts";

const size = { width: 300, height: 200 };

Deno.test("smoothField() has mean 0 and a deviation of about a half", () => {
  const field = smoothField(size, 4, rngFromSeed(1));
  const mean = field.reduce((a, b) => a + b) / field.length;
  const variance = field.reduce((sum, value) => sum + (value - mean) ** 2, 0) / field.length;
  assertEquals(field.length, 300 * 200);
  assertAlmostEquals(mean, 0, 0.05);
  assertAlmostEquals(Math.sqrt(variance), 0.48, 0.05);
});

Deno.test("smoothField() changes slowly both ways", () => {
  const field = smoothField(size, 20, rngFromSeed(2));
  let most = 0;
  for (let i = 300; i < field.length; i++) {
    const across = i % 300 > 0 ? Math.abs(field[i] - field[i - 1]) : 0;
    most = Math.max(most, across, Math.abs(field[i] - field[i - 300]));
  }
  assert(most > 0 && most < 0.25, `${most}`);
});
