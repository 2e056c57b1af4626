import { assertEquals } from "../../../support/assert.ts";
import { cellsText } from "../../../../bench/pages/cases/cells_text.ts";
import { gridRules } from "../../../../bench/pages/cases/grid_rules.ts";

const grid = { left: 5, top: 7, cellWidth: 10, cellHeight: 20, columns: 3, rows: 2 };

Deno.test("gridRules() draws each line of a grid from edge to edge", () => {
  const rules = gridRules(grid, (index) => index === 0 ? 3 : 1);
  assertEquals(rules.length, 4 + 3);
  assertEquals(rules[0], { from: [5, 7], to: [5, 47], thickness: 3 });
  assertEquals(rules[3], { from: [35, 7], to: [35, 47], thickness: 1 });
  assertEquals(rules[6], { from: [5, 47], to: [35, 47], thickness: 1 });
});

Deno.test("cellsText() gives a line for each row that has a digit", () => {
  assertEquals(cellsText([["12", "", "3"], ["", "", ""], ["", "4", ""]]), "123\n4");
});
