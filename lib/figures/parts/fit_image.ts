import type { LightImage } from "../../image/light_image.ts";
import { pngDataUrl } from "./png_data_url.ts";
import { resizeArea } from "./resize_area.ts";

/** A picture ready to be drawn. */
export interface FittedImage {
  /** PNG in a `data:` URL. */
  readonly source: string;
  /** Size to be shown at, in pixels of the screen. */
  readonly width: number;
  readonly height: number;
}

/** Brings an image to the size it is shown at: small ones are enlarged by a whole factor with their
 * pixels left visible, large ones are shrunk, with fewer shades, so that they stay small as files.
 *
 * @param image of any size
 * @param box the room there is, in pixels of the screen
 * @throws {RangeError} if the image is empty or its bytes do not fit its size
 */
export function fitImage(
  image: LightImage,
  box: { readonly width: number; readonly height: number },
): FittedImage {
  const { width, height, pixels } = image;
  if (!(width >= 1 && height >= 1) || pixels.length !== width * height) {
    throw new RangeError(
      `Cannot show an image of ${width} × ${height} pixels: found ${pixels.length} bytes, ` +
        `wanted ${width * height} and at least one`,
    );
  }
  const scale = Math.min(box.width / width, box.height / height);
  if (scale >= 2) {
    const factor = Math.floor(scale);
    // Twice as fine as shown, so that screens with small pixels have nothing to smooth.
    const source = pngDataUrl(
      { width, height, pixels, channels: 1 },
      factor < 8 ? 2 * factor : factor,
    );
    return { source, width: width * factor, height: height * factor };
  }
  const shown = sized(image, Math.min(1, scale));
  const stored = sized(image, Math.min(1, 1.5 * scale));
  const small = resizeArea(pixels, image, stored).map((value) => Math.round(value / 5) * 5);
  return { ...shown, source: pngDataUrl({ ...stored, pixels: small, channels: 1 }) };
}

function sized({ width, height }: LightImage, scale: number): { width: number; height: number } {
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
