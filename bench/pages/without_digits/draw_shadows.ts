import type { Rng } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { drawDarkness } from "../draw_darkness.ts";
import { Sheet } from "../sheet.ts";

/** Draws bare paper with hard shadows on it, in half of them a dark hand that reaches in from below. */
export function drawShadows(rng: Rng): LightImage {
  const sheet = new Sheet(rng.between(240, 640), rng.between(160, 480), rng.between(150, 245));
  const count = 1 + rng.integer(2);
  for (let i = 0; i < count; i++) {
    drawDarkness(sheet, rng.between(0, 0.6) * sheet.height, 0.2 * sheet.width, rng);
  }
  if (rng.uniform() < 0.5) {
    sheet.lay(drawFingers(sheet.width, sheet.height, rng), 0, 0, rng.between(25, 110));
  }
  return sheet.seen(rng.between(0.5, 4), rng);
}

/** A palm at the lower edge, and fingers that point upwards from it. */
function drawFingers(width: number, height: number, rng: Rng): InkImage {
  const ink = inkImage(width, height);
  const finger = height * rng.between(0.06, 0.12);
  const [x, y] = [width * rng.between(0.2, 0.8), height * rng.between(0.8, 1)];
  const count = 1 + rng.integer(4);
  for (let i = 0; i < count; i++) {
    const foot: [number, number] = [x + (i - (count - 1) / 2) * 1.15 * finger, y];
    const lean = (i - (count - 1) / 2) * 0.5 * finger + rng.between(-1, 1) * finger;
    drawLine(ink, foot, [foot[0] + lean, y - height * rng.between(0.2, 0.5)], finger);
  }
  drawLine(ink, [x, y + finger], [x, height + 3 * finger], (count + 0.6) * finger);
  return ink;
}
