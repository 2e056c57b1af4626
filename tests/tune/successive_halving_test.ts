import { assert, assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type Climb, goesOn, isToStop, rungsOf } from "@lib/tune/successive_halving.ts";

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

Deno.test("rungsOf() gives whole epochs, a third of each other, each before the end", () => {
  assertEquals([1, 2, 3, 4, 5, 9, 12, 81].map(rungsOf), [
    ...[[], [1], [1], [1], [2, 1], [3, 1], [4, 1], [27, 9, 3, 1]],
  ]);
  for (let epochs = 1; epochs < 200; epochs++) {
    const rungs = [epochs, ...rungsOf(epochs)];
    for (const [i, rung] of rungs.slice(1).entries()) {
      assertEquals(Math.round(epochs / 3 ** (i + 1)), rung);
      assert(rung >= 1 && rung < rungs[i], `${rungs}`);
    }
  }
});

Deno.test("isToStop() compares with the trials that came as far, at rungs alone", () => {
  const nine = (accuracies: readonly number[]): Climb => ({ epochs: 9, accuracies });
  const earlier = [[0.5, 0.6, 0.7, 0.8], [0.4], [0.3], [0.2], [0.1]].map(nine);
  assertEquals(isToStop(nine([0.45]), earlier), false); // second of six
  assertEquals(isToStop(nine([0.35]), earlier), true);
  assertEquals(isToStop(nine([0.45, 0.1]), earlier), false); // no rung
  assertEquals(isToStop(nine([0.45, 0.6, 0.65]), earlier), true); // second of two
  assertEquals(isToStop(nine([0.45, 0.6, 0.75]), earlier), false);
});

Deno.test("isToStop() compares trials of other lengths at the same share of theirs", () => {
  // Short trials have ended where long ones are at their highest rate.
  const short = { epochs: 3, accuracies: [0.6, 0.9, 0.95] };
  const long = (accuracies: readonly number[]): Climb => ({ epochs: 9, accuracies });
  assertEquals(isToStop(long([0.2, 0.5, 0.7]), [short]), false);
  assertEquals(isToStop(long([0.2, 0.5, 0.5]), [short]), true);
  assertEquals(isToStop(long([0.2]), [short]), false); // it was judged at a ninth, the other never
  assertEquals(isToStop({ epochs: 3, accuracies: [0.6] }, [long([0.2, 0.5, 0.7])]), true);
});
