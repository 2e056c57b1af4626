import type { LightImage } from "@lib/image/light_image.ts";

interface BmpOptions {
  /** 1, 4 and 8 bits get a palette of evenly spaced greys. */
  readonly bits?: 1 | 4 | 8 | 16 | 24 | 32;
  /** Rows run from top to bottom instead of from bottom to top. */
  readonly topDown?: boolean;
}

/** A grey image as an uncompressed BMP file
 * (https://learn.microsoft.com/windows/win32/gdi/bitmap-storage). */
export function bmpOf(
  image: LightImage,
  { bits = 24, topDown = false }: BmpOptions = {},
): Uint8Array {
  const { width, height, pixels } = image;
  const colours = bits <= 8 ? 2 ** bits : 0;
  const offset = 54 + 4 * colours;
  const bytesPerRow = Math.ceil((width * bits) / 32) * 4;
  const bytes = new Uint8Array(offset + bytesPerRow * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, offset, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, topDown ? -height : height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, bits, true);
  for (let i = 0; i < colours; i++) {
    bytes.fill(Math.round((i * 255) / (colours - 1)), 54 + 4 * i, 54 + 4 * i + 3);
  }
  for (let y = 0; y < height; y++) {
    const row = offset + (topDown ? y : height - 1 - y) * bytesPerRow;
    for (let x = 0; x < width; x++) {
      const level = pixels[y * width + x];
      const at = row + Math.floor((x * bits) / 8);
      if (bits <= 8) {
        const index = Math.round((level * (colours - 1)) / 255);
        bytes[at] |= index << (8 - bits - ((x * bits) % 8));
      } else if (bits === 16) {
        const five = Math.round((level * 31) / 255);
        view.setUint16(at, (five << 10) | (five << 5) | five, true);
      } else bytes.fill(level, at, at + 3);
    }
  }
  return bytes;
}
