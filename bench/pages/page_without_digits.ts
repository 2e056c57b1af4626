import type { Rng } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** What an image without a digit shows. */
export type PageWithoutDigits = "blank" | "noise" | "rules" | "letters" | "signs";

/** Shapes as strokes, each from corner to corner on a grid 4 wide and 6 high, columns then rows from the
 * top left. Those that may be digits (I, O, S, Z, Λ, З and the like) are left out. */
type Shapes = Readonly<Record<string, string>>;

/** The handwriting model learned from most of these letters too, in a drawing of its own. */
const letters: Shapes = {
  A: "06 20 46|14 34",
  E: "40 00 06 46|03 33",
  F: "40 00 06|03 33",
  H: "00 06|40 46|03 43",
  K: "00 06|40 03 46",
  M: "06 00 24 40 46",
  N: "06 00 46 40",
  R: "06 00 40 43 03 46",
  T: "00 40|20 26",
  V: "00 26 40",
  W: "00 16 22 36 40",
  X: "00 46|40 06",
  Y: "00 23 40|23 26",
  K2: "00 06|40 03|03 46",
  H2: "02 06|42 46|04 44",
  E2: "02 06 46|04 34|02 42",
  hash: "10 06|40 36|02 42|04 44",
  star: "20 26|01 45|41 05",
  euro: "41 20 02 04 26 45|02 32|04 34",
};

/** None of these was ever shown to a model. */
const signs: Shapes = {
  gamma: "06 00 40",
  delta: "20 06 46 20",
  xi: "00 40|13 33|06 46",
  pi: "06 00 40 46",
  sigma: "40 00 23 06 46",
  psi: "00 03 24 43 40|20 26",
  omega: "06 16 03 10 30 43 36 46",
  zhe: "00 46|40 06|20 26",
  i: "00 06 40 46",
  sha: "00 06 46 40|20 26",
  ya: "46 40 10 01 03 13 43|23 06",
  yeru: "00 06 26 23 03|40 46",
  yu: "00 06|03 23|30 21 25 36 45 41 30",
  right: "03 43|21 43 25",
  up: "20 26|02 20 42",
  house: "06 02 20 42 46 06",
  diamond: "20 43 26 03 20",
  envelope: "01 41 45 05 01 23 41",
  tick: "03 16 40",
  crossed: "00 40 46 06 00 46|40 06",
  hourglass: "00 40 06 46 00",
  stairs: "06 16 14 24 22 32 30 40",
};

const [width, height] = [240, 120];

/** Draws an image on which there is no digit: bare paper, rough paper, printed rules, letters, other signs.
 *
 * @returns light, 0 black to 255 white
 */
export function pageWithoutDigits(kind: PageWithoutDigits, rng: Rng): LightImage {
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
