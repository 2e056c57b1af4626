import type { Rng } from "@lib/base/rng.ts";
import { type Dataset, imageAt } from "@lib/download/dataset.ts";
import { imageSide } from "@lib/image/digit_size.ts";
import { inPerspective } from "./in_perspective.ts";
import { photograph, type Rule, type Scene, type WrittenDigit } from "./photograph.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** What is written on a synthetic page. */
export type PageKind = "line" | "touching" | "lines" | "form" | "cheque" | "single";

/** How hard a synthetic photograph is to read. */
export type Difficulty = "scan" | "photo" | "hard";

/** A synthetic photograph and what is written on it. */
export interface WrittenPage {
  /** Light, 0 black to 255 white. */
  readonly image: LightImage;
  /** The digits; lines are parted by `\n`. */
  readonly text: string;
}

/** Places for digits, and what is printed around them. */
interface Layout {
  readonly width: number;
  readonly height: number;
  readonly digits: readonly WrittenDigit[];
  readonly rules: readonly Rule[];
  readonly text: string;
}

/** How large digits are written, as the side of their 28 × 28 field in pixels. */
const sizes: Readonly<Record<Difficulty, readonly [least: number, most: number]>> = {
  scan: [44, 70],
  photo: [60, 130],
  hard: [40, 110],
};

/** Draws a synthetic page and photographs it: a single digit, numbers in a line or in several,
 * touching digits, the boxes of a filled-in form, an amount on a cheque's pattern.
 *
 * @param dataset whose digits are written
 */
export function writtenPage(
  dataset: Dataset,
  kind: PageKind,
  difficulty: Difficulty,
  rng: Rng,
): WrittenPage {
  const [forLayout, forLook, forPhoto, forView] = [0, 1, 2, 3].map((i) => rng.fork(i));
  const { text, ...layout } = arrange(dataset, kind, difficulty, forLayout);
  const scene = { ...layout, ...look(kind, difficulty, forLook) };
  const { rgb } = photograph(scene, forPhoto);
  const { width, height } = layout;
  const image = lightImage(width, height, rgb.filter((_, i) => i % 3 === 1));
  const tilt = { scan: 0.004, photo: 0.04, hard: 0.08 }[difficulty];
  return { image: inPerspective(image, tilt, forView), text };
}

function arrange(dataset: Dataset, kind: PageKind, difficulty: Difficulty, rng: Rng): Layout {
  const size = rng.between(...sizes[difficulty]);
  const pitch = size * rng.between(1.15, 1.5);
  const rows = kind === "lines" ? 2 + rng.integer(4) : kind === "form" ? 1 + rng.integer(3) : 1;
  const slope = kind === "form" ? 0 : { scan: 0.01, photo: 0.04, hard: 0.08 }[difficulty];
  const [lean, rise] = [rng.between(-8, 14), rng.between(-slope, slope)];
  const digits: WrittenDigit[] = [];
  const rules: Rule[] = [];
  const texts: string[] = [];
  let width = 0;
  for (let row = 0; row < rows; row++) {
    const count = kind === "single" ? 1 : 3 + rng.integer(6);
    const y = size * 0.9 + row * pitch;
    let [x, text] = [size * 0.8, ""];
    const cell = size * 0.86;
    for (let i = 0; i < count; i++) {
      const index = rng.integer(dataset.size);
      text += dataset.labels[index];
      const own = size * rng.between(0.9, 1.1);
      const [left, right] = inkColumns(imageAt(dataset, index)).map((column) => {
        return ((column - imageSide / 2) / imageSide) * own;
      });
      const wave = kind === "form" ? 0 : 0.08 * size * Math.sin(i * 0.9 + row) * (slope / 0.08);
      const up = rise * x + wave + size * rng.between(-0.03, 0.03);
      const middle = kind === "form"
        ? x + cell / 2 + size * rng.between(-0.05, 0.05) - (left + right) / 2
        : x - left;
      digits.push({
        image: imageAt(dataset, index),
        x: middle,
        y: y + up,
        size: own,
        angle: lean / 2,
      });
      if (kind === "form") {
        rules.push(...box(x, y - size * 0.5, cell, size, Math.max(1.2, size / 40)));
        x += cell;
      } else x = middle + right + size * gap(kind, rng);
    }
    if (kind !== "form" && rng.uniform() < 0.5 && kind !== "touching") {
      const foot = y + size * (0.42 + 0.06 * rng.uniform());
      const thickness = Math.max(1.2, size / 45);
      rules.push({ from: [0, foot], to: [x + size, foot + rise * x], thickness });
    }
    width = Math.max(width, x);
    texts.push(text);
  }
  const height = Math.round(size * 1.9 + (rows - 1) * pitch);
  return { width: Math.round(width + size * 0.8), height, digits, rules, text: texts.join("\n") };
}

/** The space to the next digit, as a part of the size. */
function gap(kind: PageKind, rng: Rng): number {
  if (kind === "touching") return rng.uniform() < 0.6 ? rng.between(-0.1, 0.0) : 0.1;
  return kind === "cheque" ? rng.between(-0.02, 0.14) : rng.between(0.08, 0.3);
}

function box(x: number, y: number, width: number, height: number, thickness: number): Rule[] {
  const [left, right, top, bottom] = [x, x + width, y, y + height];
  return [
    { from: [left, top], to: [right, top], thickness },
    { from: [left, bottom], to: [right, bottom], thickness },
    { from: [left, top], to: [left, bottom], thickness },
    { from: [right, top], to: [right, bottom], thickness },
  ];
}

/** First and last column with a stroke. */
function inkColumns(image: Uint8Array): [number, number] {
  let [first, last] = [imageSide, 0];
  image.forEach((level, i) => {
    if (level < 100) return;
    first = Math.min(first, i % imageSide);
    last = Math.max(last, i % imageSide);
  });
  return [first, last + 1];
}

type Look = Pick<Scene, "paper" | "ink"> & Partial<Scene>;

function look(kind: PageKind, difficulty: Difficulty, rng: Rng): Look {
  const pens = [[30, 34, 44], [34, 48, 130], [96, 96, 100], [150, 40, 44], [60, 60, 60]] as const;
  const papers = [[240, 240, 236], [226, 218, 196], [205, 176, 132], [212, 220, 226]] as const;
  const ink = pens[rng.integer(difficulty === "scan" ? 2 : pens.length)];
  const paper = papers[rng.integer(difficulty === "scan" ? 1 : papers.length)];
  const guilloche = kind === "cheque" ? rng.between(0.12, 0.3) : 0;
  const print = rng.between(0.3, 0.7);
  const threshold = rng.between(0.4, 0.6);
  if (difficulty === "scan") return { paper, ink, guilloche, print, threshold, texture: 1.5 };
  const isHard = difficulty === "hard";
  const isBoard = isHard && kind !== "form" && kind !== "cheque" && rng.uniform() < 0.15;
  return {
    paper: isBoard ? [52, 74, 64] : paper,
    ink: isBoard ? [226, 228, 218] : ink,
    shade: rng.between(0, isHard ? 0.55 : 0.35),
    lightFrom: rng.between(0, 360),
    shadow: rng.uniform() < 0.5 ? rng.between(0.1, isHard ? 0.5 : 0.3) : 0,
    shadowEdge: rng.between(isHard ? 3 : 8, 30),
    texture: rng.between(1, isHard ? 6 : 3),
    grain: rng.between(0, isHard ? 0.5 : 0.25),
    ...(isHard && rng.uniform() < 0.2 && kind !== "form" ? { squares: 18 + rng.integer(30) } : {}),
    ...{ guilloche, print, threshold },
  };
}
