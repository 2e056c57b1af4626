import { assertEquals, assertThrows } from "../support/assert.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { type DrawnSearch, searchPoints } from "@lib/figures/search_points.ts";
import { assertDrawable } from "./assert_drawable.ts";

const grid: DrawnSearch = {
  name: "a grid",
  points: [0, 0.5, 1].flatMap((x) => [0, 0.5, 1].map((y) => [x, y])),
};
const slope: DrawnSearch = { name: "a slope", points: [[0, 0.1], [0.5, 0.4], [0.9, 1]] };

Deno.test("searchPoints() draws each search in a plane of its own, and the values on its sides", async () => {
  const figure = searchPoints([grid, slope]);
  assertEquals(
    figureTitle(figure),
    "Of each hyperparameter, a grid tries 3 values, a slope 3",
  );
  const traces = figure.data as unknown as { x: number[]; y: number[]; xaxis: string }[];
  assertEquals(traces.map(({ xaxis }) => xaxis), ["x", "x", "x", "x2", "x2", "x2"]);
  const [dots, below, beside] = traces.slice(3);
  assertEquals(dots.x.map((x, i) => [x, dots.y[i]]), slope.points.map((point) => [...point]));
  assertEquals([below.x, beside.y], [dots.x, dots.y]);
  const { xaxis, xaxis2 } = figure.layout;
  assertEquals(xaxis!.domain![1] < xaxis2!.domain![0], true);
  await assertDrawable(figure);
});

Deno.test("searchPoints() draws a single try, and counts values that recur once", async () => {
  const one = searchPoints([{ name: "a guess", points: [[0.5, 0.5]] }]);
  assertEquals(figureTitle(one), "Of each hyperparameter, a guess tries 1 value");
  await assertDrawable(one);
  const points = [[0.5, 0], [0.5, 1]];
  assertEquals(
    figureTitle(searchPoints([{ name: "a line", points }])),
    "Of each hyperparameter, a line tries 2 values",
  );
});

Deno.test("searchPoints() refuses nothing, and places that are none", () => {
  assertThrows(() => searchPoints([]), RangeError, "nothing is tried");
  assertThrows(() => searchPoints([{ ...grid, points: [] }]), RangeError, "nothing is tried");
  const far = { ...grid, points: [[0, 1.5]] };
  assertThrows(() => searchPoints([far]), RangeError, "a try at 1.5");
  const deep = { ...grid, points: [[0, 1, 0]] };
  assertThrows(() => searchPoints([deep]), RangeError, "a try of 3 places");
});
