import type { GreyImage } from "./image.ts";
import { framed } from "./framed.ts";

/** The largest or smallest level of each pixel and its four neighbours: grey dilation and erosion
 * with a cross (https://en.wikipedia.org/wiki/Dilation_(morphology)). Beyond the edges there is paper.
 *
 * @param ink 0 paper to 255 full stroke
 * @returns `[height × width]`
 */
export function neighbourExtreme(ink: GreyImage, which: "largest" | "smallest"): Uint8Array {
  const { width, pixels } = framed(ink, { left: 1, right: 1, top: 1, bottom: 1 });
  const flip = which === "largest" ? 0 : 255; // the smallest is the largest of the complements
  const result = new Uint8Array(ink.pixels.length);
  for (let y = 0, at = 0; y < ink.height; y++) {
    let from = (y + 1) * width + 1;
    let [left, middle] = [pixels[from - 1] ^ flip, pixels[from] ^ flip];
    for (let x = 0; x < ink.width; x++, at++, from++) {
      const right = pixels[from + 1] ^ flip;
      const above = pixels[from - width] ^ flip;
      const below = pixels[from + width] ^ flip;
      let most = left > right ? left : right;
      if (middle > most) most = middle;
      if (above > most) most = above;
      if (below > most) most = below;
      result[at] = most ^ flip;
      left = middle;
      middle = right;
    }
  }
  return result;
}
