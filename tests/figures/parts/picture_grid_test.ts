import { assert, assertEquals, assertStringIncludes, assertThrows } from "../../support/assert.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { pictureGrid } from "@lib/figures/parts/picture_grid.ts";
import { assertDrawable } from "../assert_drawable.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const wide = lightImage(700, 100, new Uint8Array(70_000).fill(200));
const small = lightImage(28, 28);

Deno.test("pictureGrid() lays pictures in rows, each below its caption", async () => {
  const boxes = [{ x: 70, y: 10, width: 35, height: 50 }];
  const figure = pictureGrid([
    { caption: "first", ...small },
    { caption: "second", ...inkImage(28, 28) },
    { caption: "third", ...wide, boxes, highlight: true },
  ], { title: "Three", subtitle: "of two sizes", columns: 2 });
  const svg = await assertDrawable(figure);
  for (const caption of ["first", "second", "third"]) assertStringIncludes(svg, `>${caption}<`);
  assertEquals(figureTitle(figure), "Three");
  const [a, b, c] = figure.layout.images!.map(({ x, y }) => [Number(x), Number(y)]);
  assert(a[1] === b[1] && a[0] < b[0]); // side by side
  assert(a[0] === c[0] && a[1] < c[1]); // below
  assert(figure.layout.images![0].source !== figure.layout.images![1].source); // ink is dark
});

Deno.test("pictureGrid() draws boxes where they are in the picture", () => {
  const boxes = [{ x: 70, y: 10, width: 35, height: 50 }];
  const { data, layout } = pictureGrid([{ caption: "", ...wide, boxes }], { title: "Boxes" });
  const { x, y } = data[1] as { x: number[]; y: number[] };
  const { x: left, y: top, sizex } = layout.images![0];
  const scale = sizex! / 700;
  const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 1e-9;
  assert(near(x[0], Number(left) + 70 * scale) && near(x[1], Number(left) + 105 * scale));
  assert(near(y[0], Number(top) + 10 * scale) && near(y[2], Number(top) + 60 * scale));
});

Deno.test("pictureGrid() keeps inside the figure", () => {
  const many = Array.from(
    { length: 7 },
    () => ({ caption: "a long caption, to be broken", ...wide }),
  );
  const { layout } = pictureGrid(many, { title: "Many", columns: 4 });
  const [, right] = layout.xaxis!.range as number[];
  const [bottom] = layout.yaxis!.range as number[];
  for (const { x, y, sizex, sizey } of layout.images!) {
    assert(Number(x) + sizex! <= right && Number(y) + sizey! <= bottom);
  }
});

Deno.test("pictureGrid() refuses what cannot be drawn", () => {
  const options = { title: "None" };
  assertThrows(() => pictureGrid([], options), RangeError, "found none");
  const picture = { caption: "", ...small };
  assertThrows(() => pictureGrid([picture], { ...options, columns: 0 }), RangeError, "0 pictures");
  const short = { ...picture, pixels: new Uint8Array(3) };
  assertThrows(() => pictureGrid([short], options), RangeError, "3 bytes");
});
