/** Makes the sample images of the two examples, `data/samples/envelopes/` and `data/samples/forms/`:
 * digits of MNIST's test set, written on synthetic sheets and photographed. They come out the same
 * every time.
 *
 * deno run --allow-read --allow-write=data/samples --allow-ffi --allow-env tests/support/make_example_samples.ts
 */
import sharp from "sharp";
import { projectPath } from "@lib/base/paths.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { photograph, type Rule, type Scene } from "../../bench/pages/photograph.ts";
import type { WrittenDigit } from "../../bench/pages/write_digits.ts";

/** Numbers on a sheet: which test images are written where. */
interface Sheet {
  readonly file: string;
  readonly look: Omit<Scene, "digits">;
  readonly lines: readonly Line[];
}

interface Line {
  readonly indices: readonly number[];
  /** The middle of the first digit, in pixels. */
  readonly x: number;
  readonly y: number;
  /** From digit to digit. */
  readonly pitch: number;
  /** Side of a digit's field. */
  readonly size: number;
}

const ballpoint = [38, 52, 120] as const;
const black = [34, 36, 48] as const;
const kraft = [205, 176, 132] as const;
const white = [244, 243, 238] as const;

function envelope(file: string, indices: readonly number[], look: Partial<Scene>): Sheet {
  const base = { width: 620, height: 220, paper: kraft, ink: black, texture: 3, grain: 0.12 };
  return {
    file,
    look: { ...base, ...look },
    lines: [{ indices, x: 110, y: 110, pitch: 98, size: 118 }],
  };
}

const envelopes: readonly Sheet[] = [
  envelope("letter_1.jpg", [27, 3, 1, 88, 61], { shade: 0.3, lightFrom: 30 }),
  envelope("letter_2.jpg", [35, 47, 12, 25, 4], { paper: white, ink: ballpoint, shade: 0.25 }),
  envelope("letter_3.jpg", [130, 62, 76, 2, 71], { shade: 0.45, lightFrom: 200, threshold: 0.4 }),
  // One that reviewers of the test set could not agree on, a 4 or a 9.
  envelope("letter_4.jpg", [14, 2130, 41, 31, 23], { paper: white, ink: ballpoint, shade: 0.2 }),
  envelope("letter_5.jpg", [0, 34, 110, 94], { shade: 0.3, lightFrom: 110 }),
];

/** Fields of boxes on the form: rows at these heights, so many boxes. */
const rows = [{ y: 150, boxes: 8 }, { y: 310, boxes: 6 }, { y: 470, boxes: 5 }] as const;
const [left, cell, tall] = [120, 84, 100] as const;

function form(file: string, indices: readonly (readonly number[])[], look: Partial<Scene>): Sheet {
  const rules = rows.flatMap(({ y, boxes }) => boxRules(y, boxes));
  const base = { width: 900, height: 620, paper: white, ink: ballpoint, texture: 2, rules };
  const lines = indices.map((some, row) => {
    return { indices: some, x: left + cell / 2, y: rows[row].y, pitch: cell, size: 92 };
  });
  return { file, look: { ...base, print: 0.55, ...look }, lines };
}

function boxRules(y: number, boxes: number): Rule[] {
  const [top, bottom, right] = [y - tall / 2, y + tall / 2, left + boxes * cell];
  return [
    { from: [left, top], to: [right, top], thickness: 2 },
    { from: [left, bottom], to: [right, bottom], thickness: 2 },
    ...Array.from({ length: boxes + 1 }, (_, i): Rule => {
      return { from: [left + i * cell, top], to: [left + i * cell, bottom], thickness: 2 };
    }),
  ];
}

const forms: readonly Sheet[] = [
  form(
    "form_1.jpg",
    [[3, 52, 13, 2, 1, 25, 10, 41], [17, 34, 19, 61, 30, 75], [45, 87, 101, 6, 36]],
    { shade: 0.2, lightFrom: 40 },
  ),
  // The last field is empty, and the one above lacks a digit.
  form(
    "form_2.jpg",
    [[5, 28, 37, 16, 35, 26, 42, 23], [11, 64, 49, 20, 44], []],
    { shade: 0.35, lightFrom: 220, ink: black, grain: 0.15 },
  ),
];

const { test } = await loadMnist("package");
const labels: Record<string, readonly string[]> = {};
for (const [folder, sheets] of [["envelopes", envelopes], ["forms", forms]] as const) {
  for (const [i, { file, look, lines }] of sheets.entries()) {
    const [forHand, forPhoto] = [0, 1].map((k) => rngFromSeed(100 + i).fork(k));
    const { rgb } = photograph({ ...look, digits: written(lines, forHand) }, forPhoto);
    const { width, height } = look;
    const photo = sharp(rgb, { raw: { width, height, channels: 3 } }).blur(0.8);
    const bytes = await photo.jpeg({ quality: 80 }).toBuffer();
    await writeAtomic(projectPath("data", "samples", folder, file), bytes);
    labels[`${folder}/${file}`] = lines.map(({ indices }) => {
      return indices.map((index) => test.labels[index]).join("");
    });
  }
}
const text = JSON.stringify(labels, null, 2) + "\n";
await writeAtomic(projectPath("data", "samples", "example_labels.json"), text);

/** Sets digits into lines, a little unevenly, as a hand does. */
function written(lines: readonly Line[], rng: Rng): WrittenDigit[] {
  return lines.flatMap(({ indices, x, y, pitch, size }) =>
    indices.map((index, i) => ({
      image: imageAt(test, index),
      x: x + i * pitch + rng.between(-0.03, 0.03) * size,
      y: y + rng.between(-0.03, 0.03) * size,
      size: size * rng.between(0.95, 1.05),
      angle: rng.between(-5, 5),
    }))
  );
}
