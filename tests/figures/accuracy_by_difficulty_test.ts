import { assert, assertEquals, assertStringIncludes, assertThrows } from "../support/assert.ts";
import { accuracyByDifficulty } from "@lib/figures/accuracy_by_difficulty.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { assertDrawable } from "./assert_drawable.ts";

const shares = { line: { scan: 1, hard: 0.9 }, touching: { scan: 0.7, hard: 0.5 } };

/** The title with plain spaces. */
function said(...args: Parameters<typeof accuracyByDifficulty>): string {
  return figureTitle(accuracyByDifficulty(...args)).replaceAll("\u00a0", " ");
}

Deno.test("accuracyByDifficulty() names the hardest kind and draws every share", async () => {
  assertEquals(said(shares), "“touching” is the hardest: 60 % are read exactly right");
  assertEquals(said({ line: { scan: 0.5 } }), "50 % are read exactly right");
  const figure = accuracyByDifficulty(shares);
  const svg = await assertDrawable(figure);
  for (const text of ["touching", "hard", "100\u00a0%", "50\u00a0%"]) {
    assertStringIncludes(svg, text);
  }
  const [scan, hard] = figure.data as { x: number[]; marker: { color: string } }[];
  assertEquals([scan.x, hard.x], [[100, 70], [90, 50]]);
  assert(scan.marker.color !== hard.marker.color);
});

Deno.test("accuracyByDifficulty() refuses missing and impossible shares", () => {
  assertThrows(() => accuracyByDifficulty({}), RangeError, "0 levels");
  const four = { line: { a: 1, b: 1, c: 1, d: 1 } };
  assertThrows(() => accuracyByDifficulty(four), RangeError, "4 levels");
  const gap = { line: { scan: 1, hard: 1 }, form: { scan: 1 } };
  assertThrows(() => accuracyByDifficulty(gap), RangeError, '"form", "hard": found undefined');
  const much = { line: { scan: 95 } };
  assertThrows(() => accuracyByDifficulty(much), RangeError, "found 95, wanted 0 to 1");
});
