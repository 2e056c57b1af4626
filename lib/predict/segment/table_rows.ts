import type { Box } from "../../image/box.ts";
import { crossing } from "../../preprocess/writing/cell_rules.ts";
import { ends, middleAt, type Rule } from "../../preprocess/writing/rule.ts";
import { tableLimits as limits } from "./limits.ts";
import { textLines } from "./text_lines.ts";

/** Where in the tables of a page something is written. */
export interface TablePlace {
  /** Which table, and which of its rows; from 0, from top to bottom. */
  readonly table: number;
  readonly row: number;
  /** The first and last of the cells, from 0, from left to right; several where strokes run from one into
   * the next. */
  readonly first: number;
  readonly last: number;
  /** How many cells each row of the table has, written in or not. */
  readonly columns: readonly number[];
  /** Where each of these cells ends at the right, in pixels. */
  readonly rights: readonly number[];
}

/** Marks in the cells of a table. */
export interface CellMarks<B extends Box> {
  /** From left to right. */
  readonly marks: B[];
  readonly place: TablePlace;
}

/** A row of cells: the rules above and below it, and those that part its cells. */
interface Row {
  readonly row: number;
  readonly top: Rule;
  readonly bottom: Rule;
  readonly sides: readonly Rule[];
}

/** Sorts marks into the cells of tables. Cells lie between rules as these run, so a table may be seen in
 * perspective. A frame around a whole text, with several lines in a cell, is none; nor are cells of which
 * not all sides were found.
 *
 * @param rules the sides of cells, as `findWriting` gives them
 * @param height of the writing, in pixels
 * @returns what is written in cells, row by row; and the marks outside of tables
 */
export function tableRows<B extends Box>(
  marks: readonly B[],
  rules: readonly Rule[],
  height: number,
): { readonly rows: CellMarks<B>[]; readonly others: B[] } {
  const rows: CellMarks<B>[] = [];
  let others = [...marks];
  for (const [table, own] of tablesOf(rules).entries()) {
    const inside = new Map<Row, B[]>();
    const outside: B[] = [];
    for (const mark of others) {
      const row = own.find((each) => isBetween(mark, each));
      if (row === undefined) outside.push(mark);
      else inside.set(row, [...(inside.get(row) ?? []), mark]);
    }
    const columns = own.map(({ sides }) => sides.length - 1);
    const cells = [...inside].flatMap(([row, written]) => cellsOf(written, row, columns));
    if (outside.some((mark) => own.some((row) => isBeside(mark, row)))) continue;
    const several = cells.filter(({ marks }) => textLines(marks, height).length > 1);
    if (several.length > limits.severalLines * cells.length) continue;
    rows.push(...cells.map((cell) => ({ ...cell, place: { ...cell.place, table } })));
    others = outside;
  }
  return { rows, others };
}

/** The rows of each table, from top to bottom: rules that cross each other make a table. */
function tablesOf(rules: readonly Rule[]): Row[][] {
  const lying = rules.filter(({ isUpright }) => !isUpright);
  const upright = rules.filter(({ isUpright }) => isUpright);
  const group = new Map<Rule, number>();
  const join = (from: number, to: number): void => {
    for (const [rule, own] of group) if (own === from) group.set(rule, to);
  };
  rules.forEach((rule, i) => group.set(rule, i));
  for (const one of lying) {
    for (const other of upright) {
      if (crossing(one, other) !== undefined) join(group.get(other)!, group.get(one)!);
    }
  }
  const tables = [...new Set(group.values())].map((own) => {
    const isOwn = (rule: Rule): boolean => group.get(rule) === own;
    return rowsBetween(lying.filter(isOwn), upright.filter(isOwn));
  });
  return tables
    .filter((rows) =>
      rows.reduce((sum, { sides }) => sum + sides.length - 1, 0) >= limits.leastCells
    )
    .map((rows) => rows.map((row, i) => ({ ...row, row: i })));
}

function rowsBetween(lying: readonly Rule[], upright: readonly Rule[]): Row[] {
  const sorted = lying.toSorted((a, b) => middleOf(a) - middleOf(b));
  const rows: Row[] = [];
  sorted.slice(0, -1).forEach((top, i) => {
    // The next one below that runs along this one: those of another column of the page do not.
    const bottom = sorted.slice(i + 1).find((other) => shared(top, other) > 0.5);
    if (bottom === undefined) return;
    const sides = upright.filter((side) => {
      const [from, to] = ends(side);
      const above = middleAt(top, middleAt(side, middleOf(top)));
      const below = middleAt(bottom, middleAt(side, middleOf(bottom)));
      const most = limits.short * (below - above);
      return from <= above + most && to >= below - most &&
        isAlong(top, middleAt(side, above)) && isAlong(bottom, middleAt(side, below));
    }).sort((a, b) => middleOf(a) - middleOf(b));
    if (sides.length > 1) rows.push({ row: 0, top, bottom, sides });
  });
  return rows;
}

function middleOf(rule: Rule): number {
  const [from, to] = ends(rule);
  return middleAt(rule, (from + to) / 2);
}

/** How much of the shorter of two rules runs along the other, 0 to 1. */
function shared(a: Rule, b: Rule): number {
  const [from, to] = [Math.max(ends(a)[0], ends(b)[0]), Math.min(ends(a)[1], ends(b)[1])];
  return (to - from) / Math.min(a.length, b.length);
}

function isAlong(rule: Rule, x: number): boolean {
  const [from, to] = ends(rule);
  return x >= from - limits.reach * rule.thickness && x <= to + limits.reach * rule.thickness;
}

function isBetween({ x, y, width, height }: Box, { top, bottom, sides }: Row): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return middleY > middleAt(top, middleX) && middleY < middleAt(bottom, middleX) &&
    middleX > middleAt(sides[0], middleY) && middleX < middleAt(sides[sides.length - 1], middleY);
}

/** Whether a mark lies between the rules of a row, and not in a cell of which a side was found. */
function isBeside({ x, y, width, height }: Box, { top, bottom, sides }: Row): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  if (middleY <= middleAt(top, middleX) || middleY >= middleAt(bottom, middleX)) return false;
  if (height < limits.leastMark * (middleAt(bottom, middleX) - middleAt(top, middleX))) {
    return false;
  }
  const isOutside = middleX < middleAt(sides[0], middleY) ||
    middleX > middleAt(sides[sides.length - 1], middleY);
  return isOutside && (isAlong(top, middleX) || isAlong(bottom, middleX));
}

/** The marks of a row cell by cell; cells into both of which a mark reaches are taken together. */
function cellsOf<B extends Box>(
  marks: readonly B[],
  { row, sides }: Row,
  columns: readonly number[],
): CellMarks<B>[] {
  const cellAt = (x: number, y: number): number => {
    const next = sides.findIndex((side) => middleAt(side, y) > x);
    return Math.min(sides.length - 2, Math.max(0, (next < 0 ? sides.length : next) - 1));
  };
  const spans = marks.map((mark) => {
    const y = mark.y + mark.height / 2;
    const inset = limits.overlap * mark.width;
    return { mark, first: cellAt(mark.x + inset, y), last: cellAt(mark.x + mark.width - inset, y) };
  });
  const cells: { first: number; last: number; marks: B[] }[] = [];
  for (const { mark, first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const cell = cells[cells.length - 1];
    if (cell === undefined || first > cell.last) cells.push({ first, last, marks: [mark] });
    else {
      cell.marks.push(mark);
      cell.last = Math.max(cell.last, last);
    }
  }
  return cells.map(({ first, last, marks: own }) => {
    const middle = own[0].y + own[0].height / 2;
    const rights = sides.slice(first + 1, last + 2).map((side) => middleAt(side, middle));
    const sorted = own.toSorted((a, b) => a.x - b.x);
    return { marks: sorted, place: { table: 0, row, first, last, columns, rights } };
  });
}
