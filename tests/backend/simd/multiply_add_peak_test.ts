import { multiplyAddPeak } from "@lib/backend/simd/multiply_add_peak.ts";
import { peakLoop } from "@lib/backend/simd/peak_loop.ts";
import { assert, assertEquals, assertGreater } from "../../support/assert.ts";

Deno.test("peakLoop() does the multiply-adds that it says, with relaxed SIMD and without", () => {
  const sums = 12;
  const rounds = 50_000;
  // Each sum starts at its number, and each round adds 0.5 · 0.25; or it goes to 0.5 s + 0.25.
  const fused = Array.from({ length: sums }, (_, i) => i + rounds * 0.5 * 0.25);
  assertEquals(peakLoop(true).run(), fused.reduce((total, sum) => total + sum));
  assertEquals(peakLoop(false).run(), sums * 0.5);
  assertEquals(peakLoop().operations, 2 * 4 * sums * rounds);
});

Deno.test("multiplyAddPeak() is a speed in GFLOP/s", () => {
  const peak = multiplyAddPeak();
  assert(Number.isFinite(peak));
  assertGreater(peak, 0.1);
});
