import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";

/** A PNG file out of its header and some chunks, with right checksums, whatever they hold
 * (https://www.w3.org/TR/png-3/).
 *
 * @param header.colour colour type: 0 grey, 6 sRGB with opacity
 * @param header.depth bits of each sample
 * @param chunks after the header, `IEND` not among them
 */
export function pngFile(
  header: {
    readonly width: number;
    readonly height: number;
    readonly colour?: 0 | 6;
    readonly depth?: 8 | 16;
    readonly interlaced?: boolean;
  },
  chunks: readonly (readonly [type: string, data: Uint8Array])[],
): Uint8Array {
  const { width, height, colour = 0, depth = 8, interlaced = false } = header;
  const first = Buffer.alloc(13);
  first.writeUInt32BE(width, 0);
  first.writeUInt32BE(height, 4);
  first[8] = depth;
  first[9] = colour;
  first[12] = Number(interlaced);
  const all = [["IHDR", first], ...chunks, ["IEND", new Uint8Array()]] as const;
  const parts = all.map(([type, data]) => chunk(type, data));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

/** A PNG whose header claims a size that its pixels do not have. */
export function pngClaiming(width: number, height: number): Uint8Array {
  return pngFile({ width, height }, [["IDAT", deflateSync(new Uint8Array(1000))]]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
