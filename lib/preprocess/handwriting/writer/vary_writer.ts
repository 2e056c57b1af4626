import type { Rng } from "../../../base/rng.ts";
import { inkBox } from "../../../image/ink_box.ts";
import { strokeWidth } from "../../../image/stroke_width.ts";
import { elasticDistort } from "./elastic_distort.ts";
import { varyStrokeWidth } from "./vary_stroke_width.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** The finest and the broadest pen, in pixels where the digit is 20 high. */
const finest = 1;
const broadest = 5;

/** Writes a digit as another hand with another pen: slant, rotation, narrow or wide, wavy, pencil to
 * marker. One in eight is stretched towards a square, as forms readers of old stored digits.
 *
 * @param ink a digit about 20 pixels high, 0 paper to 255 full stroke
 * @param strength 1 for any hand, less for one more like that of the digit
 * @param rng draws everything
 */
export function varyWriter(ink: InkImage, strength: number, rng: Rng): InkImage {
  const waveLength = rng.between(7, 16);
  const isStretched = rng.uniform() < 0.125 * strength;
  const draw = (): number => strength * clamped(rng.normal());
  const bent = cropToInk(elasticDistort(ink, {
    width: Math.exp(0.16 * draw()) * (isStretched ? towardsSquare(ink, rng) : 1),
    height: Math.exp(0.05 * draw()),
    shear: 0.2 * draw(),
    rotation: 7 * draw(),
    waves: strength * waveLength * rng.between(0, 0.3),
    waveLength,
  }, rng));
  if (rng.uniform() < 0.3) return bent;
  const wanted = finest * (broadest / finest) ** rng.uniform();
  const growth = strength * (wanted - strokeWidth(bent)) / 2;
  return varyStrokeWidth(bent, Math.min(1.6, Math.max(-1.5, growth)));
}

/** How much wider a digit becomes on its way to a square, at most three times. */
function towardsSquare(ink: InkImage, rng: Rng): number {
  const box = inkBox(ink);
  if (box === undefined) return 1;
  return Math.min(3, Math.max(1, box.height / box.width) ** rng.between(0.4, 1));
}

/** No draw farther out than two and a half deviations. */
function clamped(draw: number): number {
  return Math.min(2.5, Math.max(-2.5, draw));
}
