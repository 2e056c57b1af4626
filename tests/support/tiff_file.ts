import { Buffer } from "node:buffer";
import type { LightImage } from "@lib/image/light_image.ts";

/** A directory of a TIFF: a picture, and what it is to the page, as tag 254 or the older 255 says. */
export interface TiffDirectory {
  readonly image: LightImage;
  readonly subfileType?: number;
  readonly oldSubfileType?: number;
}

/** Writes a grey TIFF without compression (Adobe, TIFF 6.0), each directory after its picture.
 *
 * @param options.isLittle the order of bytes
 * @param options.isBig writes a BigTIFF
 * @param options.next what the last directory gives as the place of another one; 0 for none
 */
export function tiffFile(
  directories: readonly TiffDirectory[],
  { isLittle = true, isBig = false, next = 0 } = {},
): Uint8Array {
  const number = (value: number, size: number): Uint8Array => {
    const view = new DataView(new ArrayBuffer(size));
    if (size === 2) view.setUint16(0, value, isLittle);
    else if (size === 4) view.setUint32(0, value, isLittle);
    else view.setBigUint64(0, BigInt(value), isLittle);
    return new Uint8Array(view.buffer);
  };
  const [offset, count] = isBig ? [8, 8] : [4, 2];
  const entry = (tag: number, value: number): Uint8Array => {
    const isShort = tag !== 254 && value < 65536;
    const room = isShort ? [number(value, 2), new Uint8Array(offset - 2)] : [
      number(value, 4),
      new Uint8Array(offset - 4),
    ];
    return Buffer.concat([number(tag, 2), number(isShort ? 3 : 4, 2), number(1, offset), ...room]);
  };
  const order = Buffer.from(isLittle ? "II" : "MM");
  const head = isBig
    ? Buffer.concat([order, number(43, 2), number(8, 2), number(0, 2)])
    : Buffer.concat([order, number(42, 2)]);
  const parts: Uint8Array[] = [head];
  let size = head.length + offset; // the place of the first directory comes before its picture
  for (const [i, { image, subfileType, oldSubfileType }] of directories.entries()) {
    const { width, height, pixels } = image;
    const tags: [number, number | undefined][] = [
      [254, subfileType],
      [255, oldSubfileType],
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, size],
      [277, 1],
      [278, height],
      [279, pixels.length],
    ];
    const entries = tags.flatMap(([tag, value]) => value === undefined ? [] : [entry(tag, value)]);
    const isLast = i === directories.length - 1;
    const body = Buffer.concat([number(entries.length, count), ...entries]);
    parts.push(number(size + pixels.length, offset), pixels, body);
    if (isLast) parts.push(number(next, offset));
    size += pixels.length + body.length + offset;
  }
  return Buffer.concat(parts);
}
