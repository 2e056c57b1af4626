import type { ReadLine } from "./read_line.ts";
import type { TablePlace } from "./segment/table_rows.ts";

/** A line, and which cells of a table it is in; missing beside tables. */
export interface PlacedLine extends ReadLine {
  readonly cells?: TablePlace;
}
