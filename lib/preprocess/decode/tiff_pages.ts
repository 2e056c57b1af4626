import { documentLimits } from "./limits.ts";

/** Where the pages of a TIFF file are. */
export interface TiffPages {
  /** The directories that hold a page, counted from 0, at least one: not its thumbnail or mask. */
  readonly directories: readonly number[];
  /** Whether the chain of directories leads out of the file: what would follow is lost. */
  readonly isBroken: boolean;
}

/** Bytes of a TIFF's fields, and of those of a BigTIFF. */
const layouts = {
  plain: { offset: 4, count: 2, entry: 12, value: 8 },
  big: { offset: 8, count: 8, entry: 20, value: 12 },
} as const;

/** Each page may come with a thumbnail. */
const most = 2 * (documentLimits.maxPages + 1);

/** Tags that say what a directory holds. */
const [subfileType, oldSubfileType] = [254, 255];

/** Walks along the directories of a TIFF file (Adobe, TIFF 6.0, sections 2 and 8), or a BigTIFF.
 *
 * @param bytes the file's
 * @returns no more pages than are one too many
 */
export function tiffPages(bytes: Uint8Array): TiffPages {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const isBig = view.getUint16(2, isLittle) === 43;
  const layout = layouts[isBig ? "big" : "plain"];
  const number = (at: number, size: number): number => {
    if (size === 8) return Number(view.getBigUint64(at, isLittle));
    return size === 4 ? view.getUint32(at, isLittle) : view.getUint16(at, isLittle);
  };
  const directories: number[] = [];
  const seen = new Set<number>();
  let isBroken = false;
  try {
    let at = number(isBig ? 8 : 4, layout.offset);
    for (let index = 0; at !== 0 && index < most && !seen.has(at); index++) {
      seen.add(at);
      const count = number(at, layout.count);
      const entries = at + layout.count;
      at = number(entries + count * layout.entry, layout.offset);
      if (isPage(count, entries)) directories.push(index);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    isBroken = true; // beyond the last byte
  }
  return { directories: directories.length > 0 ? directories : [0], isBroken };

  function isPage(count: number, entries: number): boolean {
    for (let i = 0; i < count; i++) {
      const entry = entries + i * layout.entry;
      const tag = number(entry, 2);
      if (tag > oldSubfileType) break; // they are sorted
      const isShort = number(entry + 2, 2) === 3;
      const value = number(entry + layout.value, isShort ? 2 : 4);
      // Bit 0: a smaller copy, bit 2: a mask. The older tag says 2 for a smaller copy.
      if (tag === subfileType && (value & 0b101) !== 0) return false;
      if (tag === oldSubfileType && value === 2) return false;
    }
    return true;
  }
}
