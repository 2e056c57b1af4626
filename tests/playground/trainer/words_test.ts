import { assertEquals, assertMatch } from "../../support/assert.ts";
import { RunRecord } from "@lib/playground/trainer/run_record.ts";
import { resultOf, wordsFor } from "@lib/playground/trainer/words.ts";

/** A run of 400 steps in two epochs with this loss at every step. */
function recordOf(loss: number, accuracy: number, done = 400): RunRecord {
  const record = new RunRecord({ learningRate: 0.1, batchSize: 32, network: 1 }, 2);
  for (let step = 1; step <= done; step++) {
    record.add([{ kind: "step", step, steps: 400, loss }]);
    if (step % 50 === 0) record.add([{ kind: "score", step, accuracy }]);
  }
  return record;
}

Deno.test("a run is told in words while it runs, and when it is over", () => {
  const record = recordOf(0.6, 0.991);
  assertEquals(wordsFor(recordOf(2.3, 0, 1)), "Training …");
  assertEquals(wordsFor(record), "Training …, 99.10 % of the held-out images so far.");
  record.ending = "done";
  assertMatch(
    wordsFor(record),
    /^Done: it reads 99\.10 % of the held-out images, after \d+\.\d s\.$/,
  );
  assertEquals(resultOf(record), "99.10 %");
  record.ending = "stopped";
  assertMatch(wordsFor(record), /^Stopped: it reads 99\.10 %/);
  assertEquals(resultOf(record), "99.10 %, stopped");
});

Deno.test("a run that learned nothing is said to have had too high a rate", () => {
  const record = recordOf(2.31, 0.098);
  record.ending = "done";
  assertMatch(wordsFor(record), /no better than guessing.*too high/);
  record.ending = "diverged";
  assertMatch(wordsFor(record), /^Diverged after 400 steps.*lower learning rate\.$/);
  assertEquals(resultOf(record), "diverged");
  record.ending = "failed";
  assertMatch(wordsFor(record, new Error("no memory")), /no memory/);
});

Deno.test("a loss curve has few points, each the mean of as many steps, over epochs", () => {
  const record = recordOf(0.5, 0.9);
  const curve = record.curve();
  assertEquals(curve.length, Math.ceil(400 / 3));
  assertEquals(curve.at(-1), [2, 0.5]);
  assertEquals(curve[0], [2 * 3 / 400, 0.5]);
  assertEquals(record.accuracies.map(([x]) => x), [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);
});
