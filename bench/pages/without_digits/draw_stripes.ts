import type { Rng } from "@lib/base/rng.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { Sheet } from "../sheet.ts";

/** Draws stripes, as of cloth, blinds or corrugated card: at any slant, sharp or soft. */
export function drawStripes(rng: Rng): LightImage {
  const sheet = new Sheet(rng.between(160, 500), rng.between(120, 400), rng.between(170, 250));
  const angle = [0, Math.PI / 2, rng.between(0, Math.PI)][rng.integer(3)];
  const pitch = rng.between(8, 60);
  const [part, dark, edge] = [rng.between(0.2, 0.7), rng.between(0.1, 0.8), rng.between(0.6, 4)];
  const [acrossX, acrossY] = [Math.cos(angle), Math.sin(angle)];
  const start = rng.between(0, pitch);
  sheet.shade((x, y) => {
    const turns = (x * acrossX + y * acrossY + start) / pitch;
    const fromMiddle = Math.abs(turns - Math.round(turns)) * pitch;
    const cover = Math.min(1, Math.max(0, (part * pitch / 2 - fromMiddle) / edge + 0.5));
    return 1 - dark * cover;
  });
  return sheet.seen(rng.between(0, 4), rng);
}
