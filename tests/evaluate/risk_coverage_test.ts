import { assert, assertEquals, assertThrows } from "../support/assert.ts";
import fc from "fast-check";
import { type JudgedReading, riskCoverage } from "@lib/evaluate/risk_coverage.ts";

/** Readings with many equal confidences among them. */
const readings: fc.Arbitrary<JudgedReading[]> = fc.array(
  fc.record({
    confidence: fc.oneof(
      fc.constantFrom(0, 0.25, 0.5, 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    isRight: fc.boolean(),
  }, { noNullPrototype: true }),
  { minLength: 1, maxLength: 60 },
);

Deno.test("riskCoverage() counts for each confidence what has it or more", () => {
  fc.assert(fc.property(readings, (all) => {
    const thresholds = [...new Set(all.map(({ confidence }) => confidence))];
    const wanted = thresholds.sort((a, b) => b - a).map((threshold) => {
      const taken = all.filter(({ confidence }) => confidence >= threshold);
      const wrong = taken.filter(({ isRight }) => !isRight).length;
      return {
        ...{ threshold, read: taken.length, wrong },
        coverage: taken.length / all.length,
        risk: wrong / taken.length,
      };
    });
    assertEquals(riskCoverage(all).map((point) => ({ ...point })), wanted);
  }));
});

Deno.test("riskCoverage() is the same in any order, and leaves the readings as they are", () => {
  fc.assert(fc.property(readings, fc.infiniteStream(fc.nat()), (all, places) => {
    const before = structuredClone(all);
    const shuffled = all.map((one) => ({ one, place: places.next().value! }))
      .sort((a, b) => a.place - b.place).map(({ one }) => one);
    assertEquals(riskCoverage(shuffled), riskCoverage(all));
    assertEquals(all, before);
  }));
});

Deno.test("riskCoverage() ends with all readings, and takes equal confidences in one step", () => {
  fc.assert(fc.property(readings, (all) => {
    const last = riskCoverage(all).at(-1)!;
    assertEquals([last.read, last.coverage], [all.length, 1]);
    const alike = all.map(({ isRight }) => ({ confidence: 0.7, isRight }));
    assertEquals(riskCoverage(alike).length, 1);
    assert(riskCoverage(alike)[0].risk === last.risk, "the risk of all is that of all");
  }));
});

Deno.test("riskCoverage() refuses no reading, and confidences that are none", () => {
  assertThrows(() => riskCoverage([]), RangeError, "found no reading");
  for (const confidence of [NaN, -0.1, 1.001, Infinity]) {
    assertThrows(
      () => riskCoverage([{ confidence: 1, isRight: true }, { confidence, isRight: true }]),
      RangeError,
      `found confidence ${confidence} of reading 1`,
    );
  }
});
