import type { PlacedLine } from "./placed_line.ts";
import { writtenText } from "./read_line.ts";

/** The cells of the tables on a page, row by row, each as it is written, signs among the digits; an empty cell
 * is `""`.
 *
 * @param lines as `readLines` gives them
 * @returns no rows where there is no table
 */
export function tableText(lines: readonly PlacedLine[]): string[][] {
  const tables = new Map<number, string[][]>();
  for (const line of lines) {
    if (line.cells === undefined) continue;
    const { table, row, columns } = line.cells;
    if (!tables.has(table)) {
      tables.set(table, columns.map((count) => new Array<string>(count).fill("")));
    }
    const cells = tables.get(table)![row];
    for (const [cell, text] of textOfCells(line, line.cells)) cells[cell] += text;
  }
  return [...tables.values()].flat();
}

/** What each of a line's cells says. */
function textOfCells(
  { digits, separators }: PlacedLine,
  { first, last, rights }: NonNullable<PlacedLine["cells"]>,
): [cell: number, text: string][] {
  const cellOf = (
    { box }: { readonly box: { readonly x: number; readonly width: number } },
  ): number => {
    const at = rights.findIndex((right) => box.x + box.width / 2 < right);
    return at < 0 ? last : first + at;
  };
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const cell = first + i;
    const before = digits.filter((digit) => cellOf(digit) < cell).length;
    const own = separators.filter((sign) => cellOf(sign) === cell).map((sign) => {
      return { ...sign, after: Math.max(0, sign.after - before) };
    });
    return [
      cell,
      writtenText({ digits: digits.filter((digit) => cellOf(digit) === cell), separators: own }),
    ];
  });
}
