import { assertEquals } from "../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { ReadDigit } from "@lib/predict/read_digit.ts";
import type { PlacedLine } from "@lib/predict/placed_line.ts";
import type { Separator } from "@lib/predict/read_line.ts";
import { tableText } from "@lib/predict/table_text.ts";

const cellWidth = 100;

interface Place {
  readonly table: number;
  readonly row: number;
  readonly columns: readonly number[];
}

/** What a reader gives of neighbouring cells: texts of digits, dashes and commas. */
function lineOf(texts: readonly string[], first: number, place: Place): PlacedLine {
  const digits: ReadDigit[] = [];
  const separators: Separator[] = [];
  texts.forEach((text, i) => {
    [...text].forEach((letter, k) => {
      const box = { x: (first + i) * cellWidth + 5 + 15 * k, y: 0, width: 10, height: 20 };
      if (letter === "-" || letter === ",") {
        separators.push({ sign: letter, box, after: digits.length });
      } else {
        const probabilities = new Float32Array(10);
        const said = { digit: Number(letter), confidence: 1, nonDigit: 0, probabilities };
        digits.push({ ...said, box, normalised: new Uint8Array(784) });
      }
    });
  });
  const last = first + texts.length - 1;
  const rights = texts.map((_, i) => (first + i + 1) * cellWidth);
  const cells = { ...place, first, last, rights };
  return { digits, separators, rejected: [], confidence: 1, cells };
}

function randomText(rng: Rng): string {
  const letters = Array.from({ length: 1 + rng.integer(4) }, () => "0123456789-,"[rng.integer(12)]);
  return letters.join("");
}

/** Cells of a table, some of them empty. */
function randomTable(rng: Rng): string[][] {
  return Array.from({ length: 1 + rng.integer(5) }, () => {
    const isEmpty = rng.uniform() < 0.2;
    return Array.from({ length: 1 + rng.integer(6) }, () => {
      return isEmpty || rng.uniform() < 0.3 ? "" : randomText(rng);
    });
  });
}

/** What a reader gives of a table: runs of cells are read together as strokes join them. */
function linesOf(rows: readonly (readonly string[])[], table: number, rng: Rng): PlacedLine[] {
  const columns = rows.map((row) => row.length);
  return rows.flatMap((row, at) => {
    const lines: PlacedLine[] = [];
    for (let first = 0; first < row.length;) {
      const count = Math.min(row.length - first, 1 + (rng.uniform() < 0.3 ? rng.integer(3) : 0));
      const texts = row.slice(first, first + count);
      if (texts.some((text) => text !== "")) {
        lines.push(lineOf(texts, first, { table, row: at, columns }));
      }
      first += count;
    }
    return lines;
  });
}

Deno.test("tableText() gives every cell its text, empty cells and empty rows among them", () => {
  const rng = rngFromSeed(51);
  for (let i = 0; i < 100; i++) {
    const rows = randomTable(rng);
    const isWritten = rows.flat().some((text) => text !== "");
    assertEquals(tableText(linesOf(rows, 0, rng)), isWritten ? rows : []);
  }
});

Deno.test("tableText() gives tables one below the other, and nothing of what stands beside them", () => {
  const rng = rngFromSeed(52);
  for (let i = 0; i < 30; i++) {
    const tables = [0, 1, 2].map(() => [["7"], ...randomTable(rng)]);
    const { cells: _, ...beside } = lineOf(["123"], 0, { table: 0, row: 0, columns: [1] });
    const lines = tables.flatMap((rows, table) => [beside, ...linesOf(rows, table, rng)]);
    assertEquals(tableText([...lines, beside]), tables.flat());
    assertEquals(tableText([beside]), []);
  }
});
