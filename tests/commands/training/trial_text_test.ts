import { assertEquals } from "../../support/assert.ts";
import { trialTable, trialText } from "@lib/commands/training/trial_text.ts";

const trial = {
  ...{ number: 0, settings: { learningRate: 0.125, batchSize: 32 }, accuracies: [0.9, 0.95] },
  ...{ validationAccuracy: 0.95, validationLoss: 0.2, isStopped: false, seconds: 2 },
};
const stopped = {
  ...{ ...trial, number: 11, settings: { learningRate: 1, batchSize: 128 } },
  ...{ accuracies: [0.1], validationAccuracy: 0.1, isStopped: true },
};

Deno.test("trialText() says all of a trial in one line", () => {
  assertEquals(
    trialText(trial),
    "trial 0  learning rate 0.125  batch size 32  validation accuracy 95.00 %  2 epochs  2.0 s",
  );
});

Deno.test("trialTable() stands in columns, a line for each trial", () => {
  assertEquals(trialTable([trial, stopped]).split("\n"), [
    "trial  learning rate  batch size  accuracy  seconds  trained",
    "    0          0.125          32   95.00 %      2.0  2 epochs",
    "   11              1         128   10.00 %      2.0  stopped after 1 epoch",
  ]);
});
