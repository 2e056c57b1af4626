import { photograph, type Scene } from "../../bench/pages/photograph.ts";
import { digits } from "./written_digits.ts";
import sharp from "sharp";
import type { Rng } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import type { ColourImage } from "@lib/preprocess/decode/colour_image.ts";
import { decodeColours } from "@lib/preprocess/decode/decode_colours.ts";

/** sRGB, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Lossless, or the quality of a JPEG, whose colour is kept at a quarter of the places unless it is
 * full. */
export type Encoding = "png" | { readonly quality: number; readonly full?: boolean };

/** A written line in its colours. */
export interface Page {
  /** `[height × width × 3]`. */
  readonly rgb: Uint8Array;
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Where the ink lies. */
  readonly ink: InkImage;
}

/** Writes three to five digits in a line. */
export function written(rng: Rng, look: Pick<Scene, "ink" | "paper"> & Partial<Scene>): Page {
  const [count, size] = [3 + rng.integer(3), 60 + rng.integer(60)];
  const [width, height] = [Math.round(size * (count * 0.9 + 0.6)), Math.round(size * 1.5)];
  const line = Array.from({ length: count }, (_, i) => {
    const image = imageAt(digits, rng.integer(digits.size));
    return { image, x: size * (0.75 + 0.9 * i), y: height / 2, size };
  });
  return { width, height, ...photograph({ width, height, digits: line, ...look }, rng) };
}

/** Changes each pixel's colour by its place, both from 0 to 1. */
export function painted(
  page: Page,
  colourAt: (x: number, y: number, colour: Colour) => Colour,
): Page {
  const { width, height } = page;
  const rgb = page.rgb.slice();
  for (let i = 0; i < width * height; i++) {
    const [red, green, blue] = rgb.subarray(3 * i, 3 * i + 3);
    const place = [(i % width) / width, Math.floor(i / width) / height] as const;
    rgb.set(colourAt(...place, [red, green, blue]), 3 * i);
  }
  return { ...page, rgb };
}

/** Ink through which another is seen, as a highlighter's. */
export function glazed(colour: Colour, glaze: Colour): Colour {
  return [0, 1, 2].map((k) => colour[k] * glaze[k] / 255) as unknown as Colour;
}

/** A colour near another: up to so many levels in each channel. */
export function varied(rng: Rng, colour: Colour, by: number): Colour {
  const level = (k: number): number => Math.min(255, Math.max(0, colour[k] + rng.between(-by, by)));
  return [level(0), level(1), level(2)];
}

/** What a file of a page holds, and the luminance of that. */
export async function seen(
  { rgb, width, height }: Page,
  encoding: Encoding,
): Promise<{ readonly colours: ColourImage; readonly light: LightImage }> {
  const image = sharp(rgb, { raw: { width, height, channels: 3 } });
  const file = encoding === "png" ? image.png() : image.jpeg({
    quality: encoding.quality,
    chromaSubsampling: encoding.full ? "4:4:4" : "4:2:0",
  });
  const colours = await decodeColours(await file.toBuffer());
  const grey = await sharp(colours.pixels, { raw: { width, height, channels: 3 } }).greyscale()
    .raw().toBuffer();
  return { colours, light: lightImage(width, height, new Uint8Array(grey)) };
}
