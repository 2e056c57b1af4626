import { assert, assertEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { bestSoFar, type DrawnTrial } from "@lib/figures/best_so_far.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { assertDrawable } from "./assert_drawable.ts";

interface Trace {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
}

function trial(accuracy: number, epochs: number, isStopped: boolean): DrawnTrial {
  return { validationAccuracy: accuracy, accuracies: Array(epochs).fill(accuracy), isStopped };
}

Deno.test("bestSoFar() puts each trial where it ended, and rises with the best that went to its end", async () => {
  for (let seed = 0; seed < 3; seed++) {
    const rng = rngFromSeed(seed);
    const trials = Array.from({ length: 30 }, () => {
      const isStopped = rng.uniform() < 0.5;
      return trial(0.9 + 0.09 * rng.uniform(), isStopped ? 1 + rng.integer(3) : 9, isStopped);
    });
    const figure = bestSoFar(trials);
    const [stopped, whole, line] = figure.data as unknown as Trace[];
    assertEquals([stopped.x.length + whole.x.length, line.name], [30, "best so far"]);
    const all = trials.reduce((sum, { accuracies }) => sum + accuracies.length, 0);
    assertEquals(Math.max(...stopped.x, ...whole.x), all);
    assertEquals(line.x.at(-1), all);
    assert(line.y.every((y, i) => i === 0 || y > line.y[i - 1] || i === line.y.length - 1));
    assertEquals(line.y.at(-1), Math.max(...whole.y));
    await assertDrawable(figure);
  }
});

Deno.test("bestSoFar() draws one trial, none that ended, and one that learned nothing", async () => {
  const title = (...trials: DrawnTrial[]): string =>
    figureTitle(bestSoFar(trials)).replaceAll("\u00a0", " ");
  assertEquals(
    title(trial(0.5, 1, false)),
    "The best of 1 trial reaches 50.00 %, after 1 of 1 epoch",
  );
  assertEquals(title(trial(0.5, 2, true)), "None of 1 trial has gone to its end in 2 epochs");
  await assertDrawable(bestSoFar([trial(0.5, 1, false)]));
  await assertDrawable(bestSoFar([trial(0.5, 2, true)]));
  const trials = [
    trial(0.1, 1, false),
    ...[1, 2, 3, 4].map((i) => trial(0.98 + i / 1000, 1, false)),
  ];
  const [low] = bestSoFar(trials).layout.yaxis!.range as number[];
  assert(low > 97, `${low}`);
});

Deno.test("bestSoFar() refuses no trial, and accuracies that are none", () => {
  assertThrows(() => bestSoFar([]), RangeError, "without trials");
  assertThrows(() => bestSoFar([trial(1.2, 1, false)]), RangeError, "accuracy 1.2");
});
