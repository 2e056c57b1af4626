import { assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { goesOn, isRung, isToStop } from "@lib/tune/successive_halving.ts";
import type { Trial } from "@lib/tune/trial.ts";

Deno.test("goesOn() follows a table made by hand", () => {
  const table: [score: number, others: number[], goes: boolean][] = [
    [0.5, [], true], // alone
    [0.5, [0.6], false], // of two the best
    [0.7, [0.6], true],
    [0.5, [0.6, 0.4], false], // of three the best
    [0.7, [0.6, 0.4], true],
    [0.6, [0.6, 0.4], true], // an equal one does not go before it
    [0.6, [0.7, 0.5, 0.4, 0.3], false], // of five still one
    [0.6, [0.7, 0.5, 0.4, 0.3, 0.2], true], // of six two
    [0.6, [0.7, 0.8, 0.4, 0.3, 0.2], false],
    [0.6, [0.7, 0.8, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1], true], // of nine three
    [0, [0, 0, 0], true],
  ];
  for (const [score, others, goes] of table) {
    assertEquals(goesOn(score, others, 3), goes, `${score} among ${others}`);
  }
  assertEquals(goesOn(0.5, [0.6, 0.4, 0.3], 2), true); // two of four
});

Deno.test("goesOn() lets the share go on that it should, whatever the scores", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 50; round++) {
    const scores = Array.from({ length: 1 + rng.integer(40) }, () => rng.uniform());
    const going = scores.filter((score, i) => goesOn(score, scores.toSpliced(i, 1), 3));
    assertEquals(going.length, Math.max(1, Math.floor(scores.length / 3)));
  }
});

Deno.test("isRung() holds for 1, 3, 9, 27 and so on", () => {
  const rungs = Array.from({ length: 100 }, (_, epoch) => epoch).filter(isRung);
  assertEquals(rungs, [1, 3, 9, 27, 81]);
});

Deno.test("isToStop() compares with the trials that reached the same epoch, at rungs alone", () => {
  const trial = (accuracies: number[], number: number): Trial => ({
    ...{ number, settings: {}, accuracies, isStopped: true, seconds: 1 },
    ...{ validationAccuracy: accuracies.at(-1)!, validationLoss: 1 },
  });
  const earlier = [[0.5, 0.6, 0.7, 0.8], [0.4], [0.3], [0.2], [0.1]].map(trial);
  assertEquals(isToStop([0.45], earlier), false); // second of six
  assertEquals(isToStop([0.35], earlier), true);
  assertEquals(isToStop([0.45, 0.1], earlier), false); // no rung
  assertEquals(isToStop([0.45, 0.6, 0.65], earlier), true); // second of two
  assertEquals(isToStop([0.45, 0.6, 0.75], earlier), false);
});
