import type { Rng } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { drawBars } from "./without_digits/draw_bars.ts";
import { drawEmptyForm } from "./without_digits/draw_empty_form.ts";
import { drawShadows } from "./without_digits/draw_shadows.ts";
import { drawStripes } from "./without_digits/draw_stripes.ts";
import { drawWords } from "./without_digits/draw_words.ts";
import { letters, type Shapes, signs } from "./without_digits/shapes.ts";

const sheets = {
  shadows: drawShadows,
  bars: drawBars,
  stripes: drawStripes,
  grids: drawEmptyForm,
  words: drawWords,
} as const satisfies Readonly<Record<string, (rng: Rng) => LightImage>>;

/** All kinds of images without a digit. */
export const kindsWithoutDigits = [
  "blank",
  "noise",
  "rules",
  "letters",
  "signs",
  "shadows",
  "bars",
  "stripes",
  "grids",
  "words",
] as const;

/** What an image without a digit shows. */
export type PageWithoutDigits = (typeof kindsWithoutDigits)[number];

const [width, height] = [240, 120];

/** Draws an image on which there is no digit: bare paper, rough paper, printed rules, letters, other signs,
 * hard shadows and hands, black bars, stripes, empty tables and forms, printed words.
 *
 * @returns light, 0 black to 255 white
 */
export function pageWithoutDigits(kind: PageWithoutDigits, rng: Rng): LightImage {
  if (kind in sheets) return sheets[kind as keyof typeof sheets](rng);
  const ink = inkImage(width, height);
  if (kind === "rules") drawRules(ink, rng);
  if (kind === "letters") draw(letters, ink, rng);
  if (kind === "signs") draw(signs, ink, rng);
  const texture = kind === "noise" ? rng.between(4, 60) : rng.between(0, 4);
  const paper = rng.between(150, 250);
  const pixels = Uint8ClampedArray.from(ink.pixels, (level) => {
    return paper * (1 - 0.75 * (level / 255)) + texture * rng.normal();
  });
  return lightImage(width, height, new Uint8Array(pixels.buffer));
}

function drawRules(ink: InkImage, rng: Rng): void {
  const pitch = rng.between(20, 50);
  const rise = rng.between(-6, 6);
  for (let y = rng.between(5, pitch); y < height; y += pitch) {
    drawLine(ink, [0, y], [width, y + rise], rng.between(1.2, 3));
  }
  if (rng.uniform() < 0.5) return;
  for (let x = rng.between(5, pitch); x < width; x += pitch) {
    drawLine(ink, [x, 0], [x, height], 1.6);
  }
}

function draw(shapes: Shapes, ink: InkImage, rng: Rng): void {
  const names = Object.keys(shapes);
  const unit = rng.between(6, 10);
  for (let x = 16; x < width - 5 * unit; x += unit * rng.between(5.2, 6.5)) {
    const pen = rng.between(2, 6);
    const top = 60 - 3 * unit + rng.between(-4, 4);
    const lean = rng.between(-0.1, 0.3);
    for (const stroke of shapes[names[rng.integer(names.length)]].split("|")) {
      const points = stroke.split(" ").map(([column, row]): [number, number] => {
        const [shakeX, shakeY] = [rng.normal(), rng.normal()].map((shake) => 0.12 * unit * shake);
        const down = Number(row) * unit + shakeY;
        return [x + Number(column) * unit + shakeX + lean * (6 * unit - down), top + down];
      });
      for (let i = 1; i < points.length; i++) drawLine(ink, points[i - 1], points[i], pen);
    }
  }
}
