import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { gridOfRules } from "../../support/grid_of_rules.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { Box } from "@lib/image/box.ts";
import { type CellMarks, tableRows } from "@lib/predict/segment/table_rows.ts";
import type { Rule } from "@lib/preprocess/writing/rule.ts";

const height = 20;

/** A grid on a sheet as it is seen, and what is written in its cells. */
interface Table {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly seen: (x: number, y: number) => readonly [number, number];
  readonly upright: Rule[];
  readonly lying: Rule[];
}

/** A grid at random, from its front or in perspective. */
function drawTable(rng: Rng, isTilted: boolean, top = 30): Table {
  const steps = (from: number, count: number, least: number, most: number): number[] => {
    const places = [from];
    for (let i = 0; i < count; i++) places.push(places[i] + Math.round(rng.between(least, most)));
    return places;
  };
  const xs = steps(40, 2 + rng.integer(5), 80, 140);
  const ys = steps(top, 1 + rng.integer(6), 36, 60);
  const amount = isTilted ? 1 : 0;
  const [turned, fromX, fromY] = [0.04, 2e-4, 2e-4].map((most) =>
    amount * rng.between(-most, most)
  );
  const seen = (x: number, y: number): [number, number] => {
    const far = 1 + fromX * x + fromY * y;
    return [(x - turned * y) / far + 60, (y + turned * x) / far + 60];
  };
  return { xs, ys, seen, ...gridOfRules(xs, ys, seen) };
}

function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  return [...rng.permutation(items.length)].map((i) => items[i]);
}

/** A mark of a digit's size around a place of the sheet, as it is seen. */
function markAt({ seen }: Table, x: number, y: number): Box {
  const [atX, atY] = seen(x, y);
  return { x: Math.round(atX - 6), y: Math.round(atY - height / 2), width: 12, height };
}

/** One to three marks side by side in a cell. */
function writeCell(table: Table, row: number, column: number, rng: Rng): Box[] {
  const { xs, ys } = table;
  const y = (ys[row] + ys[row + 1]) / 2;
  const count = 1 + rng.integer(3);
  const first = (xs[column] + xs[column + 1]) / 2 - 9 * (count - 1);
  return Array.from({ length: count }, (_, i) => markAt(table, first + 18 * i, y));
}

/** Some cells of a table, written in at random. */
function fill(
  table: Table,
  rng: Rng,
): { readonly row: number; readonly column: number; readonly marks: Box[] }[] {
  return table.ys.slice(1).flatMap((_, row) =>
    table.xs.slice(1).flatMap((_, column) => {
      return rng.uniform() < 0.3
        ? []
        : [{ row, column, marks: writeCell(table, row, column, rng) }];
    })
  );
}

/** The cells in their order, for a comparison. */
function inOrder(rows: readonly CellMarks<Box>[]): CellMarks<Box>[] {
  return rows.toSorted((a, b) => {
    return a.place.table - b.place.table || a.place.row - b.place.row ||
      a.place.first - b.place.first;
  });
}

for (const isTilted of [false, true]) {
  const how = isTilted ? "in perspective" : "from the front";
  Deno.test(`tableRows() finds marks in their cells, empty cells and rows counted, ${how}`, () => {
    const rng = rngFromSeed(isTilted ? 61 : 62);
    for (let i = 0; i < 60; i++) {
      const table = drawTable(rng, isTilted);
      const written = fill(table, rng);
      const marks = shuffled(written.flatMap((cell) => cell.marks), rng);
      const rules = shuffled([...table.upright, ...table.lying], rng);
      const { rows, others } = tableRows(marks, rules, height);
      assertEquals(others, []);
      const cells = inOrder(rows);
      assertEquals(cells.map((cell) => cell.marks), written.map((cell) => cell.marks));
      const columns = table.ys.slice(1).map(() => table.xs.length - 1);
      for (const [k, { row, column }] of written.entries()) {
        const { rights, ...place } = cells[k].place;
        assertEquals(place, { table: 0, row, first: column, last: column, columns });
        const [right] = table.seen(table.xs[column + 1], (table.ys[row] + table.ys[row + 1]) / 2);
        assertEquals(rights.length, 1);
        assertAlmostEquals(rights[0], right, 3);
      }
    }
  });

  Deno.test(`tableRows() leaves marks above, below and beside the rows to the page, ${how}`, () => {
    const rng = rngFromSeed(isTilted ? 63 : 64);
    for (let i = 0; i < 20; i++) {
      const table = drawTable(rng, isTilted);
      const inside = writeCell(table, 0, 0, rng);
      const { xs, ys } = table;
      const outside = [
        markAt(table, xs[1], ys[0] - 40),
        markAt(table, xs[1], ys.at(-1)! + 40),
        markAt(table, xs.at(-1)! + 60, ys[0] + 20),
      ];
      const { rows, others } = tableRows(
        [...outside, ...inside],
        [...table.upright, ...table.lying],
        height,
      );
      assertEquals([others, rows.map((cell) => cell.marks)], [outside, [inside]]);
    }
  });
}

Deno.test("tableRows() takes cells together that a mark reaches into well, and them alone", () => {
  const rng = rngFromSeed(65);
  for (let i = 0; i < 40; i++) {
    const table = drawTable(rng, i % 2 === 1);
    const columns = table.xs.length - 1;
    const at = rng.integer(columns - 1);
    const y = (table.ys[0] + table.ys[1]) / 2;
    const [side] = table.seen(table.xs[at + 1], y);
    const reach = (left: number): Box => {
      return { ...markAt(table, table.xs[at + 1], y), x: Math.round(side - left * 40), width: 40 };
    };
    const rules = [...table.upright, ...table.lying];
    const own = Array.from({ length: columns }, (_, column) => writeCell(table, 0, column, rng));
    const placesWith = (mark: Box): number[][] => {
      const { rows } = tableRows([...own.flat(), mark], rules, height);
      return inOrder(rows).map(({ place, marks }) => [place.first, place.last, marks.length]);
    };
    const counts = own.map((marks, column) => [column, column, marks.length]);
    const [here, next] = [counts[at][2], counts[at + 1][2]];
    const both = counts.toSpliced(at, 2, [at, at + 1, here + next + 1]);
    assertEquals(placesWith(reach(rng.between(0.45, 0.55))), both);
    assertEquals(placesWith(reach(rng.between(0.75, 0.95))), counts.with(at, [at, at, here + 1]));
    const right = counts.with(at + 1, [at + 1, at + 1, next + 1]);
    assertEquals(placesWith(reach(rng.between(0.05, 0.25))), right);
  }
});

Deno.test("tableRows() gives as many cell ends as a span has cells", () => {
  const rng = rngFromSeed(66);
  const table = drawTable(rng, false);
  const y = (table.ys[0] + table.ys[1]) / 2;
  const [from, to] = [table.seen(table.xs[0], y)[0] + 10, table.seen(table.xs[2], y)[0] - 10];
  const wide = { ...markAt(table, table.xs[1], y), x: from, width: to - from };
  const { rows } = tableRows([wide], [...table.upright, ...table.lying], height);
  const { first, last, rights } = rows[0].place;
  assertEquals([first, last, rights.length], [0, 1, 2]);
  const ends = [1, 2].map((column) => table.seen(table.xs[column], y)[0]);
  rights.forEach((right, i) => assertAlmostEquals(right, ends[i], 3));
});

Deno.test("tableRows() takes a frame for no table, nor cells with several lines of writing", () => {
  const rng = rngFromSeed(67);
  for (let i = 0; i < 20; i++) {
    const xs = [40, 40 + 100 + rng.integer(200)];
    const frame = gridOfRules(xs, [30, 30 + 50 + rng.integer(100)]);
    const inFrame = [{ x: 60, y: 40, width: 12, height }, { x: 90, y: 42, width: 12, height }];
    const alone = tableRows(inFrame, [...frame.upright, ...frame.lying], height);
    assertEquals(alone, { rows: [], others: inFrame });

    const right = xs[1] + 200;
    const { upright, lying } = gridOfRules([...xs, right], [30, 200]);
    const lines = [50, 90, 130].flatMap((y) => {
      return [60, 80, 100, xs[1] + 40].map((x) => ({ x, y, width: 12, height }));
    });
    const texts = tableRows(lines, [...upright, ...lying], height);
    assertEquals(texts, { rows: [], others: lines });
  }
});

Deno.test("tableRows() takes a table for none of which an outer side was not found", () => {
  const rng = rngFromSeed(68);
  for (let i = 0; i < 40; i++) {
    const table = drawTable(rng, i % 2 === 1);
    const columns = table.xs.length - 1;
    if (columns < 3) continue; // one cell alone is a frame
    const marks = Array.from({ length: columns }, (_, column) => writeCell(table, 0, column, rng));
    const lost = rng.integer(2) === 0 ? table.upright.slice(1) : table.upright.slice(0, -1);
    const { rows, others } = tableRows(marks.flat(), [...lost, ...table.lying], height);
    assertEquals([rows, others], [[], marks.flat()]);
  }
});

Deno.test("tableRows() counts tables and rows for themselves, and keeps marks between tables", () => {
  const rng = rngFromSeed(69);
  for (let i = 0; i < 20; i++) {
    const upper = drawTable(rng, false);
    const lower = drawTable(rng, false, upper.ys.at(-1)! + 60);
    const between = markAt(upper, upper.xs[1], upper.ys.at(-1)! + 30);
    const written = [upper, lower].map((table) => writeCell(table, 0, 1, rng));
    const rules = [upper, lower].flatMap(({ upright, lying }) => [...upright, ...lying]);
    const { rows, others } = tableRows([between, ...written.flat()], rules, height);
    assertEquals(others, [between]);
    assertEquals(inOrder(rows).map(({ marks }) => marks), written);
    assertEquals(inOrder(rows).map(({ place: { table, row } }) => [table, row]), [[0, 0], [1, 0]]);
    assertEquals(
      rows.map(({ place }) => place.columns.length).toSorted(),
      [
        upper.ys.length - 1,
        lower.ys.length - 1,
      ].toSorted(),
    );
  }
});

Deno.test("tableRows() without rules leaves all marks to the page", () => {
  const marks = [{ x: 0, y: 0, width: 12, height }];
  assertEquals(tableRows(marks, [], height), { rows: [], others: marks });
});
