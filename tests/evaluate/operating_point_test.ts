import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertThrows,
} from "../support/assert.ts";
import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { accuracyInterval, type Level } from "@lib/evaluate/interval.ts";
import { operatingPoint } from "@lib/evaluate/operating_point.ts";
import { type JudgedReading, riskCoverage } from "@lib/evaluate/risk_coverage.ts";

/** Readings of a reader that is right less often than it says, the surest of its readings too, with steps in its confidence. */
function judged(seed: number): JudgedReading[] {
  const rng = rngFromSeed(seed);
  const [count, steps] = [1 + rng.integer(400), 1 + rng.integer(100)];
  const boast = 1 + 4 * rng.uniform();
  return Array.from({ length: count }, () => {
    const confidence = Math.round(steps * rng.uniform()) / steps;
    return { confidence, isRight: rng.uniform() < 0.9 * confidence ** boast };
  });
}

Deno.test("operatingPoint() is the lowest threshold that leaves no more wrong than allowed", () => {
  let without = 0;
  for (let seed = 0; seed < 300; seed++) {
    const readings = judged(seed);
    const perMille = [0, 1, 10, 100, 300, 1000][seed % 6];
    // Each threshold tried, by the definition: readings are never more than those of a lower threshold.
    const fitting = readings.map(({ confidence }) => confidence).filter((threshold) => {
      const taken = readings.filter(({ confidence }) => confidence >= threshold);
      return 1000 * taken.filter(({ isRight }) => !isRight).length <= perMille * taken.length;
    });
    const found = operatingPoint(riskCoverage(readings), perMille / 1000);
    if (fitting.length === 0) {
      assertEquals(found, undefined);
      without++;
      continue;
    }
    const threshold = Math.min(...fitting);
    const taken = readings.filter(({ confidence }) => confidence >= threshold);
    assertEquals([found!.threshold, found!.read], [threshold, taken.length]);
    assertEquals(found!.wrong, taken.filter(({ isRight }) => !isRight).length);
    assertEquals(found!.risk, found!.wrong / found!.read);
    assertEquals(found!.coverage, found!.read / readings.length);
  }
  assertGreater(without, 10);
});

Deno.test("operatingPoint() looks past a stretch where too much is wrong, whatever the curve's order", () => {
  const readings = Array.from({ length: 200 }, (_, i) => ({
    confidence: 1 - i / 200,
    isRight: i !== 0 && i < 199,
  }));
  const curve = riskCoverage(readings);
  assertEquals(curve[0].risk, 1);
  for (const order of [curve, curve.toReversed()]) {
    assertEquals(operatingPoint(order, 0.01)?.read, 200);
    assertEquals(operatingPoint(order, 0.00503)?.read, 199);
    assertEquals(operatingPoint(order, 0.005), undefined);
  }
});

Deno.test("operatingPoint() bounds the risk by Wilson's interval", () => {
  const points = fc.record({
    read: fc.integer({ min: 1, max: 5000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    mostWrong: fc.constantFrom(0.001, 0.01, 0.2, 1),
    level: fc.constantFrom<Level>(0.9, 0.95, 0.99),
  });
  fc.assert(fc.property(points, ({ read, share, mostWrong, level }) => {
    const wrong = Math.floor(share * read * mostWrong);
    const point = { threshold: 0.5, read, wrong, coverage: 1, risk: wrong / read };
    const { riskAtMost } = operatingPoint([point], mostWrong, level)!;
    assertAlmostEquals(riskAtMost, accuracyInterval(wrong, read, level)[1], 1e-12);
    assert(riskAtMost > point.risk || point.risk === 1);
  }));
});

Deno.test("operatingPoint() needs hundreds of readings without a mistake to show 1 %", () => {
  const bounds = [50, 380, 381].map((read) => {
    const readings = Array.from({ length: read }, () => ({ confidence: 1, isRight: true }));
    return operatingPoint(riskCoverage(readings), 0.01)!.riskAtMost;
  });
  // z² / (n + z²) is at most 0.01 from n = 99 z² = 380.3 on.
  assertEquals(bounds.map((bound) => bound <= 0.01), [false, false, true]);
});

Deno.test("operatingPoint() refuses an empty curve, and shares and levels that are none", () => {
  const curve = riskCoverage([{ confidence: 1, isRight: true }]);
  assertThrows(() => operatingPoint([], 0.01), RangeError, "a curve without points");
  for (const share of [NaN, -0.01, 1.5]) {
    assertThrows(() => operatingPoint(curve, share), RangeError, `for ${share} wrong`);
  }
  assertThrows(() => operatingPoint(curve, 0.01, 0.5 as Level), RangeError, "at level 0.5");
});
