import type { ColourImage } from "./colour_image.ts";
import { checkPixelCount, checkWholePicture } from "./check_limits.ts";
import { ImageError } from "./image_error.ts";
import { decoderBytesPerPixel } from "./limits.ts";

/** What the header of a BMP file says. */
interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly compression: number;
  /** Where the pixels start. */
  readonly offset: number;
}

/** Decodes a BMP, which libvips cannot: 1, 4 and 8 bits with a palette, 16, 24 and 32 bits,
 * either way up, not run-length encoded.
 *
 * @param name the file's name, for messages
 * @throws {ImageError} if it is truncated, too large, or of a kind that is not supported
 */
export async function decodeBmp(bytes: Uint8Array, name: string): Promise<ColourImage> {
  const { width, height, bitsPerPixel, compression, offset } = parseHeader(bytes, name);
  if (width < 1 || height < 1) {
    throw new ImageError(name, `found a BMP of ${width} × ${height} pixels, wanted at least one`);
  }
  checkPixelCount(name, width, height);
  checkWholePicture(name, "BMP", width * height, decoderBytesPerPixel.bmp);
  // The decoder ignores run lengths (1 and 2) and misreads 2 bits: better refused than garbled.
  if (![0, 3, 6].includes(compression) || ![1, 4, 8, 16, 24, 32].includes(bitsPerPixel)) {
    const kind = `${bitsPerPixel} bits per pixel and compression ${compression}`;
    throw new ImageError(
      name,
      `found a BMP of ${kind}, wanted an uncompressed one: save it as PNG`,
    );
  }
  const bytesPerRow = Math.ceil((width * bitsPerPixel) / 32) * 4;
  if (offset + bytesPerRow * height > bytes.length) {
    throw new ImageError(name, "found a truncated BMP, wanted a whole one");
  }
  // Loaded here because few files need it.
  const { BmpDecoder } = await import("image-in-browser");
  const image = new BmpDecoder(true).decode({ bytes });
  if (image === undefined) throw new ImageError(name, "found a damaged BMP, wanted a whole one");
  return { width, height, channels: 4, pixels: withOpacity(image.toUint8Array()) };
}

function parseHeader(bytes: Uint8Array, name: string): BmpHeader {
  if (bytes.length < 54) throw new ImageError(name, "found a truncated BMP, wanted a whole one");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(14, true) < 40) {
    throw new ImageError(name, "found a BMP of OS/2, wanted a newer one: save it as PNG");
  }
  return {
    width: view.getInt32(18, true),
    height: Math.abs(view.getInt32(22, true)), // negative: the rows run from top to bottom
    bitsPerPixel: view.getUint16(28, true),
    compression: view.getUint32(30, true),
    offset: view.getUint32(10, true),
  };
}

/** Many programs leave the fourth byte at 0 and mean an opaque image. */
function withOpacity(pixels: Uint8Array): Uint8Array {
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) return pixels;
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = 255;
  return pixels;
}
