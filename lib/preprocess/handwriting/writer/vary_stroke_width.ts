import type { GreyImage } from "../../../image/image.ts";
import { framed } from "../../../image/framed.ts";
import { neighbourExtreme } from "../../../image/neighbour_extreme.ts";

/** Draws every stroke with a broader or finer pen, by a part of a pixel if wished: grey dilation or
 * erosion. A stroke is never worn away: its ridge stays, as fine as it has become.
 *
 * @param ink 0 paper to 255 full stroke
 * @param growth pixels by which each edge of a stroke moves outwards; below 0 inwards
 * @returns larger by the growth on each side
 */
export function varyStrokeWidth(ink: GreyImage, growth: number): GreyImage {
  const margin = Math.max(0, Math.ceil(growth));
  let drawn = framed(ink, { left: margin, right: margin, top: margin, bottom: margin });
  for (let rest = growth; rest > 0; rest--) drawn = broader(drawn, Math.min(1, rest));
  for (let rest = -growth; rest > 0; rest--) drawn = finer(drawn, Math.min(1, rest));
  return drawn;
}

function broader(ink: GreyImage, part: number): GreyImage {
  const pixels = neighbourExtreme(ink, "largest");
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = ink.pixels[i] + part * (pixels[i] - ink.pixels[i]) + 0.5;
  }
  return { ...ink, pixels };
}

function finer(ink: GreyImage, part: number): GreyImage {
  const core = neighbourExtreme(ink, "smallest");
  // What dilation does not bring back was the ridge of a fine stroke.
  const opened = neighbourExtreme({ ...ink, pixels: core }, "largest");
  const pixels = new Uint8Array(core.length);
  for (let i = 0; i < pixels.length; i++) {
    const level = ink.pixels[i];
    // The fainter edges of a ridge fade first.
    const kept = Math.max(core[i], (level - opened[i]) * level / 255);
    pixels[i] = level + part * (kept - level) + 0.5;
  }
  return { ...ink, pixels };
}
