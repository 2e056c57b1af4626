import { assertEquals } from "../../support/assert.ts";
import {
  type LevelResult,
  type LevelRow,
  levelsTable,
  summariseLevel,
} from "../../../bench/accuracy/level_rows.ts";

const row: LevelRow = {
  ...{ seed: 1, secondsToSavedModel: 5, validationAccuracy: 0.9, testAccuracy: 0.995 },
  ...{ peerSeconds: 20, peerTestAccuracy: 0.99 },
};
const alone = { ...row, peerSeconds: null, peerTestAccuracy: null };
const rows = [
  row,
  { ...alone, seed: 2, secondsToSavedModel: 4, testAccuracy: 0.994 },
  { ...alone, seed: 3, secondsToSavedModel: 9, testAccuracy: 0.9939 },
];

Deno.test("summariseLevel() counts the seeds that reach the level, on the test set, by side", () => {
  const { ours, theirs } = summariseLevel(rows, { accuracy: 0.994 });
  const { mean, ...rest } = ours;
  assertEquals(mean.toFixed(6), "0.994300");
  assertEquals(rest, { seconds: 5, slowest: 9, lowest: 0.9939, reached: 2, seeds: 3 });
  const both = { seconds: 20, slowest: 20, mean: 0.99, lowest: 0.99, reached: 0, seeds: 1 };
  assertEquals(theirs, both);
  assertEquals(summariseLevel(rows.slice(1), { accuracy: 0.994 }).theirs, null);
});

Deno.test("levelsTable() has a line for each level, without numbers where the peer had no turn", () => {
  const lines = [rows, [alone]].map((some): LevelResult => {
    const recipe = { accuracy: 0.994, recipe: "--profile best", target: 15 };
    const peer = { peer: "PyTorch 9", peerThreads: 2 };
    return { ...recipe, ...peer, ...summariseLevel(some, recipe), rows: some };
  });
  assertEquals(levelsTable(lines).split("\n").slice(2), [
    "| 99.4 % | `--profile best` | 5.0 | 9.0 | 99.43 %, 99.39 % | 2 of 3 " +
    "| 20.0 | 20.0 | 99.00 %, 99.00 % | 0 of 1 | ≤ 15 s |",
    "| 99.4 % | `--profile best` | 5.0 | 5.0 | 99.50 %, 99.50 % | 1 of 1 | – | – | – | – | ≤ 15 s |",
  ]);
});
