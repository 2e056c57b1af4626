import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "../support/assert.ts";
import { decode } from "fast-png";
import { lineColumns } from "@lib/figures/line_columns.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertDrawable } from "./assert_drawable.ts";

const blank = 10;

/** Columns that are sure of their class. */
function sureOf(labels: readonly number[]): Float32Array {
  const columns = new Float32Array(labels.length * 11);
  labels.forEach((label, i) => columns[i * 11 + label] = 1);
  return columns;
}

Deno.test("lineColumns() draws a line above its columns, and tells how they read", async () => {
  const line = inkImage(60, 32);
  line.pixels[0] = 255;
  const figure = lineColumns(line, sureOf([blank, 4, 4, blank, blank, 7, blank, 7]));
  const svg = await assertDrawable(figure);
  assertStringIncludes(svg, ">blank<");
  assertEquals(figureTitle(figure), "Column by column, the line reads as 477");
  const { source } = figure.layout.images![0] as { source: string };
  const { data, width } = decode(Uint8Array.fromBase64(source.split(",")[1]));
  assertEquals([data[0], data[9], width % 60], [0, 255, 0]); // ink is dark
  const none = lineColumns(line, sureOf([blank, blank]));
  assertEquals(figureTitle(none), "Every column is blank");
  await assertDrawable(none);
});

Deno.test("lineColumns() puts each column at the middle of what it sees, as far as the line goes", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 20; round++) {
    const width = 20 + rng.integer(60);
    const columns = Float32Array.from({ length: 40 * 11 }, () => rng.uniform());
    const { data, layout } = lineColumns(inkImage(width, 32), columns);
    const { x, z } = data[0] as unknown as { x: number[]; z: number[][] };
    assertEquals(x, Array.from({ length: 40 }, (_, i) => 15 + 2 * i).filter((at) => at <= width));
    const [i, k] = [rng.integer(x.length), rng.integer(11)];
    assertEquals(z[k][i], columns[11 * i + k]);
    const [picture] = layout.images!;
    assertEquals([picture.sizex, layout.xaxis!.range], [width, [0, width]]);
    assert(picture.sizey! + layout.yaxis!.domain![1]! < 1, "the map lies below the picture");
    assertAlmostEquals(picture.y as number, 1);
  }
});

Deno.test("lineColumns() refuses what is no line, and no probabilities", () => {
  const line = inkImage(60, 32);
  assertThrows(() => lineColumns(line, new Float32Array(12)), RangeError, "12 probabilities");
  assertThrows(() => lineColumns(line, new Float32Array(0)), RangeError, "0 probabilities");
  assertThrows(() => lineColumns(inkImage(0, 0), sureOf([1])), RangeError, "found 0 × 0 pixels");
  assertThrows(() => lineColumns(line, sureOf([1]).fill(NaN)), RangeError, "probability NaN");
  assertThrows(() => lineColumns(line, sureOf([1]).fill(1.5)), RangeError, "probability 1.5");
});
