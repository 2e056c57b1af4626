import type { MarkLine } from "./page_lines.ts";

/** The name of the table's row in which marks stand; nothing beside tables. */
export function rowOf({ cells }: MarkLine): string | undefined {
  return cells && `row ${cells.row} of table ${cells.table}`;
}
