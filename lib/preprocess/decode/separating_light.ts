import type { ColourImage } from "./colour_image.ts";
import { colourMap } from "./colour_map.ts";
import { colourStrokes } from "./colour_strokes.ts";
import { colourLimits } from "./limits.ts";
import { paperLine, tintOf } from "./tint.ts";
import { type LightImage, lightImage } from "../../image/light_image.ts";

/** Makes ink stand off the paper in light that does so in colour alone: yellow or cyan on white, red on
 * a green of the same light.
 *
 * Where colour tells strokes from the paper and light hardly does, they are made darker, on dark paper
 * brighter, by how far they stand off the paper's colour. All else keeps its light: other writing, areas
 * of colour, the paper.
 *
 * @param colours the picture in sRGB
 * @param light its luminance
 * @returns `light` itself where there are no such strokes
 */
export function separatingLight(colours: ColourImage, light: LightImage): LightImage {
  if (colours.channels < 3 || !isColourful(colours)) return light;
  const map = colourMap(colours, light);
  const strokes = colourStrokes(map);
  if (strokes === undefined) return light;
  const { near, tint, leastTint, rise, paper } = strokes;
  const ink = paper >= colourLimits.darkPaper
    ? paper * (1 - colourLimits.contrast)
    : paper + (255 - paper) * colourLimits.contrast;
  const bare = colourLimits.softEdge * leastTint;
  const gain = (ink - paper - rise) / (tint - bare);
  const pixels = light.pixels.slice();
  const { width, height, channels } = colours;
  for (let place = 0; place < near.pixels.length; place++) {
    if (near.pixels[place] === 0) continue;
    const line = paperLine(map.paper, 4 * place);
    const [left, top] = [place % map.width, Math.floor(place / map.width)].map((i) => i * map.step);
    const [right, bottom] = [Math.min(width, left + map.step), Math.min(height, top + map.step)];
    for (let y = top; y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) {
        const own = tintOf(colours.pixels, channels * at, line) - bare;
        if (own <= 0) continue;
        pixels[at] = Math.min(255, Math.max(0, Math.round(pixels[at] + gain * own)));
      }
    }
  }
  return lightImage(width, height, pixels);
}

/** Whether any colour is far enough from grey for two inks or an ink and its paper to differ in colour;
 * tried on some of the pixels. */
function isColourful({ channels, pixels }: ColourImage): boolean {
  const step = channels * Math.max(1, Math.floor(pixels.length / channels / colourLimits.tried));
  for (let at = 0; at + 2 < pixels.length; at += step) {
    const [red, green, blue] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const most = Math.max(red, green, blue);
    if (most - Math.min(red, green, blue) >= colourLimits.leastTint / 2) return true;
  }
  return false;
}
