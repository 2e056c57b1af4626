import type { Rng } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { Sheet } from "../sheet.ts";
import { printed } from "./shapes.ts";

const names = Object.keys(printed);
const capitals = names.filter((name) => name === name.toUpperCase());
const small = names.filter((name) => name !== name.toUpperCase());

/** Draws lines of printed words, in small letters or in capitals. */
export function drawWords(rng: Rng): LightImage {
  const sheet = new Sheet(rng.between(240, 600), rng.between(80, 300), rng.between(200, 252));
  const unit = rng.between(2, 6);
  const pen = unit * rng.between(0.5, 1.1);
  const ink = inkImage(sheet.width, sheet.height);
  const isCapital = rng.uniform() < 0.3;
  for (let y = 2 * unit; y < sheet.height - 8 * unit; y += 11 * unit) {
    let x = 3 * unit;
    while (x < sheet.width - 8 * unit) {
      const count = 2 + rng.integer(8);
      for (let i = 0; i < count && x < sheet.width - 6 * unit; i++) {
        const from = isCapital || i === 0 && rng.uniform() < 0.3 ? capitals : small;
        for (const stroke of printed[from[rng.integer(from.length)]].split("|")) {
          const points = stroke.split(" ").map(([column, row]): [number, number] => {
            return [x + Number(column) * unit, y + Number(row) * unit];
          });
          for (let k = 1; k < points.length; k++) drawLine(ink, points[k - 1], points[k], pen);
        }
        x += 5.6 * unit;
      }
      x += 3.5 * unit;
    }
  }
  sheet.lay(ink, 0, 0, rng.between(10, 110));
  return sheet.seen(rng.between(0, 2.5), rng);
}
