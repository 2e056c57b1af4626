import { assertEquals, assertMatch } from "../support/assert.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { classHistogram } from "@lib/figures/class_histogram.ts";
import { trainingCurves } from "@lib/figures/training_curves.ts";
import { scheduleCurve } from "@lib/figures/schedule_curve.ts";
import { degenerate, history, usual } from "./samples.ts";

/** What each title says of its data, with plain spaces. */
function said(make: () => ReturnType<typeof usual[string]>): string {
  return figureTitle(make()).replaceAll("\u00a0", " ");
}

Deno.test("confusionMatrix() names the pair that is confused most", () => {
  assertEquals(
    said(usual.confusionMatrix),
    "4 and 9 are confused most: 12 of 15 mistakes in 9,815 images",
  );
  assertEquals(said(degenerate.noMistake), "No mistake in 7 images");
  assertEquals(said(degenerate.noImage), "No image has been read yet");
});

Deno.test("confusedPairs() names the first pair and what share the pairs make", () => {
  assertEquals(said(usual.confusedPairs), "All 15 mistakes, by pair: 4 and 9 come first");
  assertEquals(said(degenerate.noPair), "No digit is taken for another");
});

Deno.test("trainingCurves() tells the best accuracy, before it the loss", () => {
  assertEquals(
    said(usual.trainingCurves),
    "Validation accuracy reaches 98.66 % after 2 epochs",
  );
  const { steps, epochs } = history;
  assertEquals(
    said(() => trainingCurves({ steps, epochs: epochs.toReversed() })),
    "Validation accuracy reaches 98.66 % after 2 epochs",
  );
  assertMatch(
    said(() => trainingCurves({ steps, epochs: [] })),
    /^The loss fell from 2\.30 to 0\.08 in 600 steps$/,
  );
  assertEquals(said(degenerate.notBegun), "Training has not begun");
  assertEquals(said(degenerate.firstStep), "The loss is 2.30 at the first step");
});

Deno.test("scheduleCurve() tells where the rate peaks, stays or begins to fall", () => {
  assertEquals(said(usual.scheduleCurve), "The learning rate peaks at 0.2, at step 2 of 5");
  assertEquals(said(usual.scheduleCurves), "2 schedules: constant, step");
  assertEquals(said(() => scheduleCurve([0.3, 0.3])), "The learning rate stays at 0.3");
  assertEquals(
    said(() => scheduleCurve([0.3, 0.1])),
    "The learning rate falls from 0.3 at the first step",
  );
});

Deno.test("stepTimes() names the kind of parts that takes the longest together", () => {
  assertEquals(said(usual.stepTimes), "Convolution takes 53 % of a training step");
  assertEquals(said(degenerate.onePart), "Idle takes 100 % of a training step");
});

Deno.test("The other titles tell what their data say", () => {
  assertEquals(
    said(usual.classHistogram),
    "1 is the most frequent (18.1 %), 0 the rarest (9.1 %)",
  );
  assertEquals(
    said(() => classHistogram([0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 2, 3, 4, 5, 6, 7, 8], [])),
    "Every digit is about a tenth of the data: 0 is the most frequent (10.5 %), " +
      "9 the rarest (5.3 %)",
  );
  assertEquals(said(usual.classScores), "1 is read worst (F1 98.0 %), 2 best (99.5 %)");
  assertEquals(said(usual.pixelHistogram), "71 % of all pixels are blank paper, 1 % are full ink");
  assertEquals(
    said(usual.pixelNumbers),
    "To the computer, a digit is 784 numbers: here 60 of them are not zero",
  );
  assertEquals(said(usual.readingBoxes), "2 digits read, least sure of the 2 (51 %)");
  assertEquals(said(degenerate.nothingFound), "No digit was found");
  assertEquals(said(usual.reliability), "The model is 2.8 points too sure on average");
});
