import { colourLimits } from "./limits.ts";

/** A grid of places, each with red, green, blue and light. */
export interface Places {
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** `[height × width × 4]`, 0 to 255. */
  readonly places: Uint8Array;
}

/** Tells the colour of the bare paper all over a picture: the medians of square cells, and of these the
 * medians of the cells around, so that neither strokes nor a cell full of them shift it; between the
 * cells' middles it is interpolated.
 *
 * @returns `[height × width × 4]`
 */
export function localPaper({ width, height, places }: Places): Float32Array {
  const side = Math.max(
    colourLimits.leastCell,
    Math.round(Math.min(width, height) * colourLimits.cell),
  );
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const cells = calmed(cellMedians({ width, height, places }, side), columns, rows);
  const paper = new Float32Array(4 * width * height);
  const row = new Float32Array(4 * columns);
  for (let y = 0, to = 0; y < height; y++) {
    const [above, below, down] = between(y, side, rows);
    for (let k = 0; k < row.length; k++) {
      const upper = cells[4 * above * columns + k];
      row[k] = upper + down * (cells[4 * below * columns + k] - upper);
    }
    for (let x = 0; x < width; x++, to += 4) {
      const [left, right, across] = between(x, side, columns);
      for (let k = 0; k < 4; k++) {
        const first = row[4 * left + k];
        paper[to + k] = first + across * (row[4 * right + k] - first);
      }
    }
  }
  return paper;
}

/** The cells before and behind a place, and how far it is on the way from one's middle to the other's. */
function between(
  at: number,
  side: number,
  count: number,
): readonly [before: number, behind: number, way: number] {
  const exact = Math.min(count - 1, Math.max(0, (at + 0.5) / side - 0.5));
  const before = Math.floor(exact);
  return [before, Math.min(count - 1, before + 1), exact - before];
}

function cellMedians({ width, height, places }: Places, side: number): Uint8Array {
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const medians = new Uint8Array(4 * columns * rows);
  const counts = new Uint32Array(256);
  for (let cell = 0; cell < columns * rows; cell++) {
    const [left, top] = [(cell % columns) * side, Math.floor(cell / columns) * side];
    const [right, bottom] = [Math.min(width, left + side), Math.min(height, top + side)];
    for (let k = 0; k < 4; k++) {
      counts.fill(0);
      for (let y = top; y < bottom; y++) {
        const end = 4 * (y * width + right);
        for (let at = 4 * (y * width + left) + k; at < end; at += 4) counts[places[at]]++;
      }
      const half = (right - left) * (bottom - top) / 2;
      let [level, seen] = [0, counts[0]];
      while (seen < half) seen += counts[++level];
      medians[4 * cell + k] = level;
    }
  }
  return medians;
}

/** Each cell's median with the cells around it. */
function calmed(cells: Uint8Array, columns: number, rows: number): Uint8Array {
  const reach = colourLimits.cellsAround;
  const result = new Uint8Array(cells.length);
  const levels: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const [x, y, k] = [(i >> 2) % columns, Math.floor((i >> 2) / columns), i & 3];
    levels.length = 0;
    for (let row = Math.max(0, y - reach); row <= Math.min(rows - 1, y + reach); row++) {
      for (let at = Math.max(0, x - reach); at <= Math.min(columns - 1, x + reach); at++) {
        levels.push(cells[4 * (row * columns + at) + k]);
      }
    }
    result[i] = levels.sort((a, b) => a - b)[levels.length >> 1];
  }
  return result;
}
