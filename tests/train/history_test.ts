import { assertEquals } from "../support/assert.ts";
import { History, progressLine } from "@lib/train/history.ts";

const common = { epoch: 1, epochs: 2, steps: 8 };

Deno.test("History keeps steps and epochs apart, in order", () => {
  const history = new History();
  const step = {
    kind: "step",
    ...common,
    step: 1,
    loss: 2,
    learningRate: 0.1,
    secondsLeft: 3,
  } as const;
  history.add(step);
  assertEquals([history.steps, history.epochs], [[step], []]);
});

Deno.test("progressLine() tells epoch, recent loss, accuracy and time left", () => {
  const history = new History();
  assertEquals(progressLine(history), "");
  for (const loss of [2, 1]) {
    history.add({ kind: "step", ...common, step: 1, loss, learningRate: 0.1, secondsLeft: 11.2 });
  }
  assertEquals(progressLine(history), "epoch 1/2 · loss 1.500 · 12 s left");
  history.add({
    kind: "epoch",
    ...common,
    ...{
      step: 4,
      loss: 1,
      validationLoss: 0.5,
      validationAccuracy: 0.9876,
      seconds: 2,
      isBest: true,
    },
  });
  assertEquals(progressLine(history), "epoch 1/2 · loss 1.500 · accuracy 98.76 % · 12 s left");
});

Deno.test("progressLine() says no time left where none is, or nobody knows", () => {
  for (const secondsLeft of [0, undefined]) {
    const history = new History();
    history.add({ kind: "step", ...common, step: 8, loss: 1, learningRate: 0.1, secondsLeft });
    assertEquals(progressLine(history), "epoch 1/2 · loss 1.000");
  }
});
