import { encode } from "fast-png";

/** An image in bytes: grey (1 channel), RGB (3) or RGB with opacity (4). */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** `[height × width × channels]`, row by row. */
  readonly pixels: Uint8Array | Uint8ClampedArray;
  readonly channels: 1 | 3 | 4;
}

/** An image as a PNG in a `data:` URL, which a figure can hold and any viewer shows offline.
 *
 * @param raster the image
 * @param factor each pixel becomes a square of `factor × factor` equal pixels: viewers that smooth
 *   what they enlarge then still show crisp pixels
 * @throws {RangeError} if the image is empty, its bytes do not fit its size, or the factor is no
 *   positive integer
 *
 * @example
 * ```ts
 * import { pngDataUrl } from "@lib/figures/parts/png_data_url.ts";
 * const dot = { width: 1, height: 1, pixels: Uint8Array.of(0), channels: 1 } as const;
 * if (!pngDataUrl(dot, 8).startsWith("data:image/png;base64,")) throw new Error("no PNG");
 * ```
 */
export function pngDataUrl(raster: Raster, factor = 1): string {
  const { width, height, pixels, channels } = raster;
  if (!(width >= 1 && height >= 1) || pixels.length !== width * height * channels) {
    throw new RangeError(
      `Cannot encode an image of ${width} × ${height} × ${channels}: found ${pixels.length} bytes, ` +
        `wanted ${width * height * channels} and at least one pixel`,
    );
  }
  if (!Number.isInteger(factor) || factor < 1) {
    throw new RangeError(`Cannot enlarge an image ${factor} times: must be a positive integer`);
  }
  const data = factor === 1 ? pixels : enlarge(raster, factor);
  const png = encode({ width: width * factor, height: height * factor, data, channels, depth: 8 });
  return `data:image/png;base64,${png.toBase64()}`;
}

function enlarge({ width, height, pixels, channels }: Raster, factor: number): Uint8Array {
  const stride = width * factor * channels;
  const large = new Uint8Array(stride * height * factor);
  for (let y = 0; y < height; y++) {
    const start = y * factor * stride;
    let at = start;
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * channels;
      for (let copy = 0; copy < factor; copy++) {
        for (let channel = 0; channel < channels; channel++) large[at++] = pixels[from + channel];
      }
    }
    for (let row = 1; row < factor; row++) {
      large.copyWithin(start + row * stride, start, start + stride);
    }
  }
  return large;
}
