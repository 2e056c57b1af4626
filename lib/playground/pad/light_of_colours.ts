import { type LightImage, lightImage } from "../../image/light_image.ts";
import type { ColourImage } from "../../preprocess/decode/colour_image.ts";
import { separatingLight } from "../../preprocess/decode/separating_light.ts";

/** The light of a picture that a browser has decoded, as `decodeImage` would give it: the luminance of
 * its colours, averaged in linear light and kept in sRGB's levels, and what stands off in colour alone
 * made to do so in light.
 *
 * @param colours sRGB with opacity, opaque
 */
export function lightOfColours(colours: ColourImage): LightImage {
  const { width, height, channels, pixels } = colours;
  const light = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < light.length; i++, at += channels) {
    const [red, green, blue] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const isGrey = red === green && green === blue;
    light[i] = isGrey ? red : levelOf(
      0.2126 * linear[red] + 0.7152 * linear[green] + 0.0722 * linear[blue],
    );
  }
  return separatingLight(colours, lightImage(width, height, light));
}

/** Of each level of sRGB its light, 0 to 1 (IEC 61966-2-1). */
const linear = Float32Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function levelOf(light: number): number {
  const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * value);
}
