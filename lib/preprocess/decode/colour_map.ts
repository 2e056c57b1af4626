import type { ColourImage } from "./colour_image.ts";
import { colourLimits } from "./limits.ts";
import { localPaper } from "./local_paper.ts";
import { paperLine, tintOf } from "./tint.ts";
import type { LightImage } from "../../image/light_image.ts";

/** How far the places of a picture stand off its paper, in colour and in light. */
export interface ColourMap {
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Rows and columns of the picture that a place stands for. */
  readonly step: number;
  /** `[height × width × 4]`, red, green, blue and light of each place. */
  readonly places: Uint8Array;
  /** `[height × width]`, distance from the paper's colour at any light, in levels, 0 to 255. */
  readonly tint: Uint8Array;
  /** `[height × width]`, how much brighter than the paper, in levels; below 0 darker. */
  readonly rise: Int16Array;
  /** `[height × width × 4]`, what bare paper has: red, green, blue and light. */
  readonly paper: Float32Array;
}

/** Measures how far the places of a picture stand off the paper around them.
 *
 * Light and shade move a colour along the line from black through it; so the distance from that line
 * is the same in the sun and in the shade, and none for grey ink on paper of any colour.
 *
 * @param colours 3 channels
 * @param light the same picture's light
 */
export function colourMap(colours: ColourImage, light: LightImage): ColourMap {
  const step = Math.max(
    1,
    Math.ceil(Math.sqrt(light.pixels.length / colourLimits.places)),
  );
  const places = sampled(colours, light, step);
  const [width, height] = [Math.ceil(light.width / step), Math.ceil(light.height / step)];
  const paper = localPaper({ width, height, places });
  const [tint, rise] = [new Uint8Array(width * height), new Int16Array(width * height)];
  for (let i = 0, at = 0; i < tint.length; i++, at += 4) {
    tint[i] = Math.min(255, Math.round(tintOf(places, at, paperLine(paper, at))));
    rise[i] = Math.round(places[at + 3] - paper[at + 3]);
  }
  return { width, height, step, places, tint, rise, paper };
}

/** `[places × 4]`, red, green, blue and light of each place: the mean of four pixels in it, which is
 * enough to calm the noise, or its only one. */
function sampled({ pixels: colours }: ColourImage, light: LightImage, step: number): Uint8Array {
  const [width, height] = [Math.ceil(light.width / step), Math.ceil(light.height / step)];
  const places = new Uint8Array(4 * width * height);
  const half = step >> 1;
  for (let y = 0, to = 0; y < height; y++) {
    const upper = y * step * light.width;
    const lower = Math.min(light.height - 1, y * step + half) * light.width;
    for (let x = 0; x < width; x++, to += 4) {
      const left = x * step;
      const right = Math.min(light.width - 1, left + half);
      const [a, b, c, d] = [upper + left, upper + right, lower + left, lower + right];
      for (let k = 0; k < 3; k++) {
        places[to + k] =
          (colours[3 * a + k] + colours[3 * b + k] + colours[3 * c + k] + colours[3 * d + k] + 2) >>
          2;
      }
      const { pixels } = light;
      places[to + 3] = (pixels[a] + pixels[b] + pixels[c] + pixels[d] + 2) >> 2;
    }
  }
  return places;
}
