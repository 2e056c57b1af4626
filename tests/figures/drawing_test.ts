import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "../support/assert.ts";
import { decode } from "fast-png";
import { beforeAfter } from "@lib/figures/before_after.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { classScores } from "@lib/figures/class_scores.ts";
import { confusionMatrixFigure } from "@lib/figures/confusion_matrix_figure.ts";
import { digitGallery } from "@lib/figures/digit_gallery.ts";
import { meanDigits } from "@lib/figures/mean_digits.ts";
import { readingBoxes } from "@lib/figures/reading_boxes.ts";
import { degenerate, goodMatrix, stroke, usual } from "./samples.ts";
import { lightImage } from "@lib/image/light_image.ts";

interface Trace {
  type: string;
  name?: string;
  mode?: string;
  x: (number | string | null)[];
  y: (number | string | null)[];
  z?: (number | null)[][];
  text?: string[];
  marker?: { color: string | string[] };
  textfont?: { color: string[] };
}

function tracesOf(figure: Figure): Trace[] {
  return figure.data as unknown as Trace[];
}

function pictureOf(figure: Figure, index = 0): { width: number; height: number; data: Uint8Array } {
  const { source } = figure.layout.images![index] as { source: string };
  const { width, height, data } = decode(Uint8Array.fromBase64(source.split(",")[1]));
  return { width, height, data: data as Uint8Array };
}

Deno.test("digitGallery() draws ink dark on white, each pixel a square of equal ones", () => {
  const figure = digitGallery([{ pixels: stroke(0), caption: "0" }], { title: "One" });
  const { width, data } = pictureOf(figure);
  const factor = (width - 0) / 30; // 28 pixels and the frame's room
  assert(Number.isInteger(factor) && factor >= 4);
  for (const [x, y] of [[0, 0], [5, 4], [7, 23], [8, 4], [27, 27]]) {
    const wanted = 255 - stroke(0)[y * 28 + x];
    for (const [dx, dy] of [[0, 0], [factor - 1, factor - 1]]) {
      assertEquals(data[((y + 1) * factor + dy) * width + (x + 1) * factor + dx], wanted);
    }
  }
});

Deno.test("digitGallery() puts each caption below its digit and colours the highlighted", () => {
  const figure = usual.digitGallery();
  const [frames, captions] = tracesOf(figure);
  assertEquals(frames.x.length, 6);
  assertEquals(captions.text!.length, 23);
  assertEquals(captions.y[9], captions.y[0]);
  assert((captions.y[10] as number) > (captions.y[9] as number), "a new row begins after ten");
  assertEquals(captions.textfont!.color.filter((c) => c === "#d55e00").length, 1);
});

Deno.test("meanDigits() averages the images of each class", () => {
  const images = new Uint8Array(4 * 784);
  images.set([255, 100], 0);
  images.set([255, 0], 784);
  images.set([0, 0, 255], 2 * 784);
  images.set([255, 50], 3 * 784);
  const figure = meanDigits({ images, labels: Uint8Array.of(0, 0, 1, 0) });
  const { width, data } = pictureOf(figure);
  const factor = 4;
  const at = (x: number): number => data[factor * width + (x + 1) * factor];
  assertEquals([at(0), at(1)], [0, 205]);
  assertStringIncludes(tracesOf(figure).at(-1)!.text![0], "3");
});

Deno.test("confusionMatrix() colours mistakes alone, by the root of their count", () => {
  const [heat, texts] = tracesOf(confusionMatrixFigure(goodMatrix()));
  assertEquals(heat.z![4][4], null);
  assertEquals(heat.z![4][9], Math.sqrt(7));
  assertEquals(heat.z![0][1], null);
  assertEquals(texts.text![4 * 10 + 9], "7");
  assertEquals([texts.x[49], texts.y[49]], ["9", "4"]);
});

Deno.test("confusedPairs() splits each bar by direction", () => {
  const [forth, back] = tracesOf(usual.confusedPairs());
  assertEquals([forth.y[0], forth.x[0], back.x[0]], ["4 and 9", 7, 5]);
  assertEquals([forth.text![0], back.text![0]], ["4 → 9: 7", "9 → 4: 5"]);
});

Deno.test("classScores() begins its axis below the worst score and says so", () => {
  const score = { precision: 0.99, recall: 0.981, f1: 0.985, support: 9 };
  const { layout } = classScores([score, score]);
  const [start] = layout.xaxis!.range as number[];
  assertLess(start, 98.1);
  assertStringIncludes((layout.title as { text: string }).text, `begins at ${start} %, not at 0`);
});

Deno.test("readingBoxes() scales the boxes with the image", () => {
  const box = { x: 0, y: 100, width: 1344, height: 300 };
  const image = lightImage(1344, 500);
  const [outline] = tracesOf(readingBoxes(image, [{ digit: 1, confidence: 1, box }]));
  assertEquals(outline.x, [0, 672, 672, 0, 0, null]);
  assertEquals(outline.y, [72, 72, 222, 222, 72, null]); // 22 pixels of head above the image
});

Deno.test("beforeAfter() labels each step with its size and its range of values", () => {
  const figure = beforeAfter([
    { label: "a", pixels: Float32Array.of(-0.5, 2, 0, 1), width: 2, height: 2 },
    { label: "b", pixels: Uint8Array.of(0, 255), width: 2, height: 1, holds: "light" },
  ]);
  assertEquals(tracesOf(figure)[1].text, [
    "2 × 2 pixels<br>values −0.50 … 2",
    "2 × 1 pixels<br>values 0 … 255",
  ]);
  const [ink, light] = [pictureOf(figure, 0), pictureOf(figure, 1)];
  assertEquals([ink.data[0], ink.data[ink.width - 1]], [255, 0]);
  assertEquals([light.data[0], light.data[light.width - 1]], [0, 255]);
});

Deno.test("stepTimes() stacks the passes of a part, and tells how fast it computes", () => {
  const { data, layout } = usual.stepTimes();
  const [forward, backward, other] = (data as unknown as Trace[]).map(({ x }) => x as number[]);
  const shares = forward.map((share, i) => Math.round(share + backward[i] + other[i]));
  assertEquals(shares, [12, 18, 35, 35]);
  assertAlmostEquals(forward[2], 100 * 0.2 / 1.7);
  const texts = layout.annotations!.map(({ text }) => text!.replaceAll("\u00a0", " "));
  // 9 million operations in 0.3 ms are 30 GFLOP/s, 36 million in 0.6 ms are 60.
  assertEquals(texts.slice(2), ["12 %", "18 %", "30", "60 %", "35 %", "60", "120 %", "*", "35 %"]);
  const { text } = layout.title as { text: string };
  assertMatch(text.replace(/<[^>]*>/g, " "), /32 images takes 1\.7 ms .* peak is 50 GFLOP\/s/);
  assertMatch((degenerate.onePart().layout.title as { text: string }).text, /123 ms .* 120 GFLOP/);
});

Deno.test("trainingCurves() accents the best epoch, in per cent", () => {
  const [, , , accuracy] = tracesOf(usual.trainingCurves());
  assertEquals(accuracy.x, [300, 600]);
  assertEquals(accuracy.text, ["", "98.66\u00a0%"]);
  assertEquals((accuracy.marker!.color as string[])[1], "#d55e00");
});
