import type { Rng } from "@lib/base/rng.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";

/** Draws black bars and thick rules: level ones anywhere, upright ones from the picture's edge on, since an
 * upright bar that stands free is a 1. */
export function drawBars(rng: Rng): LightImage {
  const sheet = new Sheet(rng.between(200, 600), rng.between(150, 500), rng.between(170, 252));
  const { width, height } = sheet;
  const count = 1 + rng.integer(5);
  const thickness = rng.between(3, 0.08 * Math.min(width, height));
  const rules = Array.from({ length: count }, (): Rule => {
    const isUpright = rng.uniform() < 0.5;
    const [along, across] = isUpright ? [height, width] : [width, height];
    const isAtEdge = rng.uniform() < 0.4;
    const at = isAtEdge
      ? (rng.uniform() < 0.5 ? 0 : across) + thickness * rng.between(-0.4, 0.4)
      : across * rng.between(0.05, 0.95);
    const isWhole = rng.uniform() < 0.5;
    const start = isWhole || isUpright ? -thickness : along * rng.between(-0.1, 0.5);
    const end = isWhole ? along + thickness : start + along * rng.between(0.4, 0.9);
    const tilt = rng.uniform() < 0.5 ? 0 : 0.03 * along * rng.normal();
    return isUpright
      ? { from: [at, start], to: [at + tilt, end], thickness }
      : { from: [start, at], to: [end, at + tilt], thickness };
  });
  sheet.print(rules, rng.between(5, 70));
  return sheet.seen(rng.between(0, 3), rng);
}
