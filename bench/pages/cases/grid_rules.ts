import type { Rule } from "../photograph.ts";

/** Where a grid stands, in pixels, and how many cells it has. */
export interface Grid {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly columns: number;
  readonly rows: number;
}

/** The printed lines of a grid, from edge to edge.
 *
 * @param thickness of the line number `index` from the left or the top, in pixels
 */
export function gridRules(
  { left, top, cellWidth, cellHeight, columns, rows }: Grid,
  thickness: (index: number) => number,
): Rule[] {
  const [right, bottom] = [left + columns * cellWidth, top + rows * cellHeight];
  const rules: Rule[] = [];
  for (let i = 0; i <= columns; i++) {
    const x = left + i * cellWidth;
    rules.push({ from: [x, top], to: [x, bottom], thickness: thickness(i) });
  }
  for (let i = 0; i <= rows; i++) {
    const y = top + i * cellHeight;
    rules.push({ from: [left, y], to: [right, y], thickness: thickness(i) });
  }
  return rules;
}
