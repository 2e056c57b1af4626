/** What a reader is to make of a table: the digits of each row that has any, a row a line.
 *
 * @param rows the digits of each cell, `""` where it is empty
 */
export function cellsText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join("")).filter((row) => row !== "").join("\n");
}
