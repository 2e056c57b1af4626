import { assertAlmostEquals, assertEquals, assertGreater, assertLess } from "../support/assert.ts";
import { answerOf, fakeModel, type SeenDigit } from "../support/fake_model.ts";
import { gridOfRules } from "../support/grid_of_rules.ts";
import { fill } from "../support/drawn_page.ts";
import { digits as dataset } from "../support/written_digits.ts";
import { gridRules } from "../../bench/pages/cases/grid_rules.ts";
import { drawHand } from "../../bench/pages/hand/hand.ts";
import { writeRow } from "../../bench/pages/hand/write_row.ts";
import { Sheet } from "../../bench/pages/sheet.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { turn } from "@lib/image/turn.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { adjustPriors } from "@lib/predict/adjust_priors.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { readLines } from "@lib/predict/read_lines.ts";
import { type Writing, writingOf } from "@lib/preprocess/writing/writing.ts";

await initBackend("wasm");
const reader = await loadHandwritingModel();

/** Of a fake digit, in columns: a good one is broad, a doubtful one narrow. */
const breadths = { good: 28, doubtful: 14 };

/** Cups, open at the top, in the middles of the cells of one row, as they stand in a table or on a bare page. */
function rowOfCells(cells: readonly (keyof typeof breadths)[], isTable: boolean): Writing {
  const page = inkImage(100 * cells.length + 20, 80);
  cells.forEach((cell, i) => {
    const left = 60 + 100 * i - breadths[cell] / 2;
    for (const aside of [0, breadths[cell] - 4]) fill(page, [left + aside, 20], [4, 40]);
    fill(page, [left, 56], [breadths[cell], 4]);
  });
  const sides = Array.from({ length: cells.length + 1 }, (_, i) => 10 + 100 * i);
  const { upright, lying } = gridOfRules(sides, [10, 70]);
  return isTable ? writingOf(page, { cells: [...upright, ...lying] }) : writingOf(page);
}

/** A model that says so much of a good digit, and of a doubtful one. */
function judge(good: number, doubtful: number): (seen: SeenDigit) => number[] {
  return ({ aspect }) => {
    const confidence = aspect > 0.5 ? good : doubtful;
    return answerOf(7, confidence, 0.95 * (1 - confidence));
  };
}

Deno.test("readLines() leaves the cells of a table to their cuts, and lines beside tables to both", async () => {
  const { model } = fakeModel(judge(0.95, 0.95));
  const lineReader = await loadLineReader();
  const table = rowOfCells(["good", "good", "good"], true);
  assertEquals(await readLines(model, table, { lineReader }), await readLines(model, table));
  const two = { lineReader, length: 2 };
  const [free] = await readLines(model, rowOfCells(["good", "good"], false), two);
  assertEquals(Array.isArray(free.alternatives), true);
});

Deno.test("readLines() gives each cell as a line with its place", async () => {
  const rng = rngFromSeed(81);
  const { model } = fakeModel(judge(0.95, 0.95));
  for (let i = 0; i < 10; i++) {
    const count = 2 + rng.integer(4);
    const lines = await readLines(model, rowOfCells(Array(count).fill("good"), true));
    assertEquals(
      lines.map(({ cells, digits }) => [cells!.table, cells!.row, cells!.first, digits.length]),
      Array.from({ length: count }, (_, column) => [0, 0, column, 1]),
    );
    const free = await readLines(model, rowOfCells(Array(count).fill("good"), false));
    assertEquals(free.map(({ cells, digits }) => [cells, digits.length]), [[undefined, count]]);
  }
});

Deno.test("readLines() reads a doubtful cell in a row of sure ones, and not in a doubtful row", async () => {
  const rng = rngFromSeed(82);
  for (let i = 0; i < 20; i++) {
    const doubtful = rng.between(0.3, 0.5); // alone, it would be no number
    const { model } = fakeModel(judge(rng.between(0.95, 0.99), doubtful));
    const at = rng.integer(4);
    const cells = Array.from({ length: 4 }, (_, k) => k === at ? "doubtful" : "good");
    const lines = await readLines(model, rowOfCells(cells, true));
    assertEquals(lines.map(({ digits }) => digits.length), [1, 1, 1, 1]);
    assertAlmostEquals(lines[at].confidence, doubtful, 1e-5);

    const poor = await readLines(model, rowOfCells(Array(4).fill("doubtful"), true));
    assertEquals(poor.map(({ digits }) => digits.length), [0, 0, 0, 0]);
    assertEquals(poor.flatMap(({ rejected }) => rejected).length, 4);
  }
});

Deno.test("readLines() leaves a cell out that is surely no digit, however sure the others are", async () => {
  const { model } = fakeModel(judge(0.99, 0.1));
  const lines = await readLines(model, rowOfCells(["good", "good", "doubtful", "good"], true));
  assertEquals(lines.map(({ digits }) => digits.length), [1, 1, 0, 1]);
  assertEquals(lines[2].rejected.length, 1);
});

Deno.test("readLines() adjusts the cells of a row to each other's company", async () => {
  const [prior, good, doubtful] = [0.2, 0.96, 0.7];
  const { model } = fakeModel(judge(good, doubtful), { prior });
  const lines = await readLines(model, rowOfCells(["good", "doubtful", "good"], true));
  const said = [good, doubtful, good].map((confidence) => ({
    ...{ digit: 7, confidence, nonDigit: 0.95 * (1 - confidence) },
    probabilities: new Float32Array(10),
  }));
  const together = adjustPriors(said, { prior });
  lines.forEach(({ confidence }, i) => {
    assertAlmostEquals(confidence, together[i].confidence, 1e-5);
  });
  const [alone] = adjustPriors([said[1]], { prior });
  assertLess(alone.confidence, together[1].confidence);
});

/** A table of small numbers in clear strokes as a scanner sees it; `""` stays empty. */
function drawTable(rows: readonly (readonly string[])[], rng: Rng): LightImage {
  const height = rng.between(26, 34);
  const hand = drawHand(dataset, height, rng, { isDrawn: true, pen: 0.1, shake: 0.004 });
  const [columns, cellWidth, cellHeight] = [rows[0].length, 3.6 * height, 1.8 * height];
  const sheet = new Sheet(columns * cellWidth + 60, rows.length * cellHeight + 60, 245);
  const grid = { left: 30, top: 30, cellWidth, cellHeight, columns, rows: rows.length };
  sheet.print(gridRules(grid, () => 2), 40);
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell === "") return;
      const ink = writeRow(cell, hand, rng, { gap: () => 0.35, wander: 0.02 });
      sheet.layAround(ink, 30 + (column + 0.5) * cellWidth, 30 + (row + 0.5) * cellHeight, 40);
    })
  );
  return sheet.seen(1, rng);
}

/** Small numbers, some with a dash in them; some cells and the row `empty` left out. */
function randomCells(rng: Rng, empty: number): string[][] {
  return Array.from({ length: 4 }, (_, row) =>
    Array.from({ length: 4 }, (_, column) => {
      if (row === empty || (column > 0 && rng.uniform() < 0.25)) return "";
      const length = 1 + rng.integer(2);
      const digits = Array.from({ length }, () => "23457"[rng.integer(5)]);
      return digits.join(rng.uniform() < 0.3 ? "-" : "");
    }));
}

Deno.test("readImage() gives the rows of a table with its empty cells and rows, a line each", async () => {
  const rng = rngFromSeed(83);
  let [right, all] = [0, 0];
  for (let i = 0; i < 6; i++) {
    const empty = rng.integer(3);
    const rows = randomCells(rng, empty);
    const read = await readImage(reader, drawTable(rows, rng));
    assertEquals(read.turned, 0);
    const shape = (cells: readonly (readonly string[])[]): number[][] => {
      return cells.map((row) => row.map((cell) => cell.length));
    };
    assertEquals(shape(read.rows!), shape(rows));
    assertEquals(read.lines.length, 3);
    assertEquals(
      read.written,
      read.rows!.toSpliced(empty, 1).map((row) => row.join("")).join("\n"),
    );
    assertEquals(read.text, read.written.replace(/-/g, ""));
    right += read.rows!.flat().filter((cell, k) => cell === rows.flat()[k]).length;
    all += rows.flat().length;
  }
  assertGreater(right / all, 0.95);
});

Deno.test("readImage() gives the rows of a table that lies on its side, and no rows without a table", async () => {
  const rng = rngFromSeed(84);
  const rows = randomCells(rng, 1);
  const page = drawTable(rows, rng);
  const upright = await readImage(reader, page);
  for (const [turned, way] of [[90, "right"], [270, "left"]] as const) {
    const read = await readImage(reader, turn(page, way));
    assertEquals([read.turned, read.rows], [turned, upright.rows]);
  }
  const sheet = new Sheet(300, 120, 245);
  const hand = drawHand(dataset, 40, rng, { isDrawn: true });
  sheet.layAround(writeRow("3457", hand, rng), 150, 60, 40);
  assertEquals("rows" in await readImage(reader, sheet.seen(1, rng)), false);
});
