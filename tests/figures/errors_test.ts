import { assertThrows } from "../support/assert.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { beforeAfter } from "@lib/figures/before_after.ts";
import { classHistogram } from "@lib/figures/class_histogram.ts";
import { classScores } from "@lib/figures/class_scores.ts";
import { confusedPairsFigure } from "@lib/figures/confused_pairs_figure.ts";
import { confusionMatrixFigure } from "@lib/figures/confusion_matrix_figure.ts";
import { digitGallery } from "@lib/figures/digit_gallery.ts";
import { meanDigits } from "@lib/figures/mean_digits.ts";
import { pixelHistogramFigure } from "@lib/figures/pixel_histogram_figure.ts";
import { pixelNumbers } from "@lib/figures/pixel_numbers.ts";
import { readingBoxes } from "@lib/figures/reading_boxes.ts";
import { reliability } from "@lib/figures/reliability.ts";
import { scheduleCurve } from "@lib/figures/schedule_curve.ts";
import { stepTimes } from "@lib/figures/step_times.ts";
import { idle } from "./samples.ts";

const title = "A gallery";
const core = { images: 1, peak: 50 };
const empty = lightImage(0, 0, new Uint8Array());

const wrong: readonly [string, () => unknown, string][] = [
  ["beforeAfter() no step", () => beforeAfter([]), "found none, wanted one"],
  [
    "beforeAfter() bytes of another size",
    () => beforeAfter([{ label: "a", pixels: new Uint8Array(3), width: 2, height: 2 }]),
    "found 3 bytes, wanted 4",
  ],
  ["classHistogram() no labels", () => classHistogram([], []), "empty training set"],
  ["classHistogram() label 10", () => classHistogram([1, 10], []), "label 10 at index 1"],
  ["classScores() no classes", () => classScores([]), "no classes"],
  [
    "classScores() classes without images",
    () => classScores([{ precision: 0, recall: 0, f1: 0, support: 0 }]),
    "no class has images",
  ],
  [
    "classScores() a share of 1.2",
    () => classScores([{ precision: 1, recall: 1.2, f1: 1, support: 1 }]),
    "recall 1.2 of class 0: must be 0 to 1",
  ],
  ["confusionMatrix() no classes", () => confusionMatrixFigure([]), "no classes"],
  [
    "confusedPairs() a negative count",
    () => confusedPairsFigure([[1, -2], [0, 1]]),
    "found count -2",
  ],
  ["digitGallery() no digit", () => digitGallery([], { title }), "no digits"],
  [
    "digitGallery() an image of 3 pixels",
    () => digitGallery([{ pixels: [1, 2, 3], caption: "" }], { title }),
    "digit 0: found 3 pixels, wanted 784",
  ],
  [
    "digitGallery() no columns",
    () => digitGallery([{ pixels: new Uint8Array(784), caption: "" }], { title, columns: 0 }),
    "0 digits in a row",
  ],
  [
    "meanDigits() images that do not fit the labels",
    () => meanDigits({ images: new Uint8Array(5), labels: new Uint8Array(1) }),
    "found 5 bytes, wanted 784",
  ],
  [
    "meanDigits() label 11",
    () => meanDigits({ images: new Uint8Array(784), labels: Uint8Array.of(11) }),
    "label 11 at index 0",
  ],
  ["pixelHistogram() 3 counts", () => pixelHistogramFigure([1, 2, 3]), "found 3 counts"],
  ["pixelHistogram() no pixel", () => pixelHistogramFigure(new Uint8Array(256)), "of 0 pixels"],
  ["pixelNumbers() 10 pixels", () => pixelNumbers(new Uint8Array(10)), "found 10 pixels"],
  ["readingBoxes() an empty image", () => readingBoxes(empty, []), "0 × 0 pixels"],
  [
    "reliability() accuracy 2",
    () => reliability([{ confidence: 1, accuracy: 2, count: 1 }]),
    "accuracy 2 at confidence 1",
  ],
  ["scheduleCurve() no step", () => scheduleCurve([]), "without steps"],
  ["scheduleCurve() no series", () => scheduleCurve({}), "without steps"],
  ["stepTimes() no part", () => stepTimes([], core), "Cannot draw 0 parts of 0 ms"],
  ["stepTimes() no time", () => stepTimes([idle], core), "1 parts of 0 ms"],
  [
    "stepTimes() a negative time",
    () => stepTimes([{ ...idle, forward: -1 }, { ...idle, backward: 2 }], core),
    "wanted times above 0",
  ],
];

for (const [name, call, message] of wrong) {
  Deno.test(`${name.replace(" ", " refuses ")}`, () => {
    assertThrows(call, RangeError, message);
  });
}

Deno.test("confusionMatrix() refuses a matrix that is not square", () => {
  assertThrows(
    () => confusionMatrixFigure([[1, 2], [3]]),
    TypeError,
    "found 1 counts in row 1, wanted 2",
  );
});
