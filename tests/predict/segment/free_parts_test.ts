import { assertEquals } from "../../support/assert.ts";
import type { Candidate } from "@lib/predict/segment/candidates.ts";
import { freeParts } from "@lib/predict/segment/free_parts.ts";
import type { SegmentedLine } from "@lib/predict/segment/over_segment.ts";

Deno.test("freeParts() are the marks, or what they fall apart into without a cut", () => {
  const { cut, found } = {
    cut: { prices: Float32Array.of(0, 1, 0, 0, 0) },
    found: [[0, 1], [0, 2], [0, 3], [1, 2], [2, 3], [2, 4], [3, 4]],
  };
  const candidates = found.map(([first, end]) => ({ first, end }) as Candidate);
  const parts = freeParts(cut as SegmentedLine, candidates);
  assertEquals(parts.map(({ first, end }) => [first, end]), [[0, 2], [2, 3], [3, 4]]);
});
