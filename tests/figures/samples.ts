/** Every figure, drawn from data as they occur and from the least there can be. */
import { lightImage } from "@lib/image/light_image.ts";
import { beforeAfter } from "@lib/figures/before_after.ts";
import { classHistogram } from "@lib/figures/class_histogram.ts";
import { classScores } from "@lib/figures/class_scores.ts";
import { confusedPairsFigure } from "@lib/figures/confused_pairs_figure.ts";
import { confusionMatrixFigure } from "@lib/figures/confusion_matrix_figure.ts";
import { digitGallery } from "@lib/figures/digit_gallery.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { meanDigits } from "@lib/figures/mean_digits.ts";
import { pixelHistogramFigure } from "@lib/figures/pixel_histogram_figure.ts";
import { pixelNumbers } from "@lib/figures/pixel_numbers.ts";
import { readingBoxes } from "@lib/figures/reading_boxes.ts";
import { reliability } from "@lib/figures/reliability.ts";
import { scheduleCurve } from "@lib/figures/schedule_curve.ts";
import { type StepPart, stepTimes } from "@lib/figures/step_times.ts";
import { trainingCurves } from "@lib/figures/training_curves.ts";

/** An upright stroke whose place depends on the digit: 784 bytes, 0 is paper. */
export function stroke(digit: number): Uint8Array {
  const pixels = new Uint8Array(784);
  for (let y = 4; y < 24; y++) pixels.fill(200 + digit, y * 28 + 5 + digit, y * 28 + 8 + digit);
  return pixels;
}

/** Counts as of a good model: 4 read as 9 seven times, 9 as 4 five times, 3 as 5 three times. */
export function goodMatrix(): number[][] {
  const matrix = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
  matrix.forEach((row, label) => row[label] = 980);
  matrix[4][9] = 7;
  matrix[9][4] = 5;
  matrix[3][5] = 3;
  return matrix;
}

/** What training reported after two of two epochs. */
export const history = {
  steps: Array.from({ length: 600 }, (_, i) => ({ step: i + 1, loss: 2.3 / (1 + i / 20) })),
  epochs: [
    { epoch: 1, step: 300, validationLoss: 0.12, validationAccuracy: 0.9702 },
    { epoch: 2, step: 600, validationLoss: 0.08, validationAccuracy: 0.9866 },
  ],
};

/** A part of a training step that neither computes nor takes any time. */
export const idle: StepPart = {
  ...{ name: "idle", kind: "idle", forward: 0, backward: 0, other: 0 },
  ...{ operations: 0, isWinograd: false },
};

const labels = Uint8Array.from({ length: 1000 }, (_, i) => i % 11 === 10 ? 1 : i % 11);
const images = new Uint8Array(labels.length * 784);
labels.forEach((label, index) => images.set(stroke(label), index * 784));
const photo = new Uint8Array(900 * 400).map((_, i) => 150 + i % 97);
const score = { precision: 0.991, recall: 0.987, f1: 0.989, support: 980 };

/** Figures from realistic data, by name. */
export const usual: Readonly<Record<string, () => Figure>> = {
  beforeAfter: () =>
    beforeAfter([
      { label: "photo", pixels: photo, width: 900, height: 400, holds: "light" },
      { label: "in MNIST’s form", pixels: stroke(3), width: 28, height: 28 },
      {
        label: "standardised",
        pixels: Float32Array.from(stroke(3), (value) => (value / 255 - 0.1307) / 0.3081),
        width: 28,
        height: 28,
      },
    ], { title: "Three steps", subtitle: "from a photo to numbers" }),
  classHistogram: () => classHistogram(labels, labels.subarray(0, 100)),
  classScores: () => classScores([score, { ...score, f1: 0.98 }, { ...score, f1: 0.995 }]),
  confusedPairs: () => confusedPairsFigure(goodMatrix()),
  confusionMatrix: () => confusionMatrixFigure(goodMatrix()),
  confusionMatrixWithMistakes: () =>
    confusionMatrixFigure(goodMatrix(), {
      mistakes: [{ truth: 4, predicted: 9, pixels: stroke(4) }],
    }),
  digitGallery: () =>
    digitGallery(
      Array.from({ length: 23 }, (_, i) => ({
        pixels: stroke(i % 10),
        caption: `${i % 10} → 7`,
        highlight: i === 3,
      })),
      { title: "A gallery", subtitle: "of strokes" },
    ),
  meanDigits: () => meanDigits({ images, labels }),
  pixelHistogram: () =>
    pixelHistogramFigure(Array.from({ length: 256 }, (_, level) => level === 0 ? 80_000 : level)),
  pixelNumbers: () => pixelNumbers(stroke(7)),
  readingBoxes: () =>
    readingBoxes(lightImage(900, 400, photo), [
      { digit: 4, confidence: 0.99, box: { x: 10, y: 10, width: 40, height: 60 } },
      { digit: 2, confidence: 0.51, box: { x: 80, y: 10, width: 40, height: 60 } },
    ]),
  reliability: () =>
    reliability([
      { confidence: 0.5, accuracy: 0.4, count: 10 },
      { confidence: 0.95, accuracy: 0.93, count: 90 },
    ]),
  scheduleCurve: () => scheduleCurve([0.1, 0.2, 0.15, 0.1, 0.05]),
  scheduleCurves: () =>
    scheduleCurve({ constant: [0.1, 0.1, 0.1], step: Float32Array.of(0.1, 0.05, 0.05) }),
  stepTimes: () =>
    stepTimes([
      { ...idle, name: "preparing images", kind: "preparing images", other: 0.2 },
      ...[1, 2].map((n) => ({
        ...{ name: `convolution ${n} + pooling`, kind: "convolution", isWinograd: n === 2 },
        ...{ forward: 0.1 * n, backward: 0.2 * n, other: 0, operations: 9e6 * n * n },
      })),
      { ...idle, name: "batch norm + ReLU", kind: "batch norm", forward: 0.3, backward: 0.3 },
    ], { images: 32, peak: 50 }),
  trainingCurves: () => trainingCurves(history),
};

/** Figures from next to nothing, by name. */
export const degenerate: Readonly<Record<string, () => Figure>> = {
  oneStep: () => beforeAfter([{ label: "a", pixels: Uint8Array.of(7), width: 1, height: 1 }]),
  flatStep: () =>
    beforeAfter([{ label: "flat", pixels: new Float32Array(4), width: 2, height: 2 }]),
  noTestSet: () => classHistogram([3], []),
  noSupport: () => classScores([score, { precision: 0, recall: 0, f1: 0, support: 0 }]),
  noMistake: () => confusionMatrixFigure([[3, 0], [0, 4]]),
  noImage: () => confusionMatrixFigure([[0, 0], [0, 0]]),
  noPair: () => confusedPairsFigure([[3, 0], [0, 4]]),
  oneDigit: () => digitGallery([{ pixels: stroke(0), caption: "" }], { title: "One" }),
  oneClass: () => meanDigits({ images: stroke(4), labels: Uint8Array.of(4) }),
  noClass: () => meanDigits({ images: new Uint8Array(), labels: new Uint8Array() }),
  onePixel: () => pixelHistogramFigure(Array.from({ length: 256 }, (_, i) => i === 9 ? 1 : 0)),
  blank: () => pixelNumbers(new Uint8Array(784)),
  nothingFound: () => readingBoxes(lightImage(2, 1, Uint8Array.of(0, 255)), []),
  noBin: () => reliability([{ confidence: 0.5, accuracy: 0, count: 0 }]),
  oneRate: () => scheduleCurve([0.1]),
  noRate: () => scheduleCurve([0, 0]),
  onePart: () => stepTimes([{ ...idle, other: 123 }], { images: 1, peak: 120 }),
  notBegun: () => trainingCurves({ steps: [], epochs: [] }),
  firstStep: () => trainingCurves({ steps: [{ step: 1, loss: 2.3 }], epochs: [] }),
  firstEpochOnly: () => trainingCurves({ steps: [], epochs: history.epochs.slice(0, 1) }),
  noLoss: () => trainingCurves({ steps: [{ step: 1, loss: 0 }], epochs: [] }),
};
