import sharp from "sharp";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { drawPages } from "./reading/draw_pages.ts";

/** Synthetic photographs of lines and of forms as JPEG, always the same ones.
 *
 * @param count of either kind
 */
export async function jpegPages(count: number): Promise<Uint8Array[]> {
  const { test } = await loadMnist();
  const files: Uint8Array[] = [];
  for (const kind of ["lines", "form"] as const) {
    for (const { image } of drawPages(test, kind, "photo", count, rngFromSeed(15))) {
      files.push(await jpegOf(image));
    }
  }
  return files;
}

function jpegOf({ width, height, pixels }: LightImage): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 1 } }).jpeg({ quality: 90 }).toBuffer();
}
