import pixelWidth from "string-pixel-width";

/** Widths in ems of signs that the table of `string-pixel-width` lacks. */
const others: Readonly<Record<string, number>> = {
  "\u00a0": 0.35,
  "\u2009": 0.2,
  "\u200b": 0,
  "·": 0.36,
  "–": 0.64,
  "—": 1,
  "…": 0.82,
  "×": 0.82,
  "−": 0.82,
  "→": 1,
  "≥": 0.82,
  "≤": 0.82,
  "±": 0.82,
};

const known = new Map<string, number>();

/** Width of a line of text in pixels, from a table of the widths of Verdana, which is among the
 * wider system fonts: what has room by this measure has room in any of them.
 *
 * @param text one line
 * @param size of the font, in pixels
 * @param bold for weights of 600 and more
 */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const sign of text) {
    const key = bold ? `b${sign}` : sign;
    let width = known.get(key);
    if (width === undefined) {
      width = others[sign] ?? pixelWidth(sign, { font: "verdana", size: 1, bold }) as number;
      known.set(key, width);
    }
    ems += width;
  }
  return ems * size;
}
