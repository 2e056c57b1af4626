import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawCheque } from "./draw_cheque.ts";
import { drawForm } from "./draw_form.ts";
import { drawLines, type LineStyle } from "./draw_lines.ts";
import { inPerspective } from "./in_perspective.ts";
import type { Difficulty, Layout } from "./layout.ts";
import { photograph, type Scene } from "./photograph.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** What is written on a synthetic page. */
export type PageKind = "line" | "touching" | "lines" | "form" | "cheque" | "single";

/** A synthetic photograph and what is written on it. */
export interface WrittenPage {
  /** Light, 0 black to 255 white. */
  readonly image: LightImage;
  /** The digits; lines are parted by `\n`. */
  readonly text: string;
}

/** How the numbers are written that stand on no form or cheque. */
const styles: Readonly<Record<"line" | "touching" | "lines" | "single", LineStyle>> = {
  line: { rows: [1, 1], gap: apart },
  touching: { rows: [1, 1], gap: touching, isRuled: false },
  lines: { rows: [2, 5], gap: apart },
  single: { rows: [1, 1], gap: apart, isSingle: true },
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
  if (kind === "form") return drawForm(dataset, difficulty, rng);
  if (kind === "cheque") return drawCheque(dataset, difficulty, rng);
  return drawLines(dataset, difficulty, rng, styles[kind]);
}

/** The space between digits that do not touch each other, as a part of their size. */
function apart(rng: Rng): number {
  return rng.between(0.08, 0.3);
}

/** The space between digits of which most touch each other, as a part of their size. */
function touching(rng: Rng): number {
  return rng.uniform() < 0.6 ? rng.between(-0.1, 0.0) : 0.1;
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
