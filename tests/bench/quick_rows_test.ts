import { assertEquals, assertStringIncludes } from "../support/assert.ts";
import { type QuickRow, quickTable, summariseQuick } from "../../bench/quick_rows.ts";

const row: QuickRow = {
  ...{ seed: 1, secondsToSavedModel: 5, wallSeconds: 5.5, testAccuracy: 0.992, peakMiB: 360 },
  ...{ peerSeconds: 7.25, peerSecondsAfterImports: 6 },
  ...{ peerTestAccuracy: 0.991, peerPeakMiB: 810 },
};
const rows = [
  row,
  { ...row, seed: 2, secondsToSavedModel: 4, testAccuracy: 0.99 },
  { ...row, seed: 3, secondsToSavedModel: 9, testAccuracy: 0.994, peakMiB: 370 },
];

Deno.test("summariseQuick() gives medians, the mean, and the worst seed", () => {
  const { mean, lowest, slowest, median } = summariseQuick(rows);
  assertEquals([mean.toFixed(6), lowest, slowest], ["0.992000", 0.99, 9]);
  const { seed: _, ...measured } = row;
  assertEquals(median, measured);
});

Deno.test("summariseQuick() knows no median of what was not measured each time", () => {
  const { median } = summariseQuick([row, { ...row, peakMiB: null, peerSeconds: null }]);
  assertEquals([median.peakMiB, median.peerSeconds, median.wallSeconds], [null, null, 5.5]);
});

Deno.test("quickTable() has a line for each seed and one for the medians", () => {
  const target = { testAccuracy: 0.99, seconds: 8, peakMiB: 500 };
  const alone = { ...row, peerSeconds: null };
  const { median } = summariseQuick(rows);
  const lines = quickTable({ peer: null, rows: [row, alone], median, target }).split("\n");
  assertEquals(lines.slice(2, 5), [
    "| 1 | 5.0 | 5.5 | 99.20 % | 360 | 7.3 | 6.0 | 99.10 % | 810 |",
    "| 1 | 5.0 | 5.5 | 99.20 % | 360 | – | 6.0 | 99.10 % | 810 |",
    "| median | 5.0 | 5.5 | 99.20 % | 360 | 7.3 | 6.0 | 99.10 % | 810 |",
  ]);
  assertStringIncludes(lines.at(-1)!, "each seed ≥ 99.00 %, ≤ 8 s");
});
