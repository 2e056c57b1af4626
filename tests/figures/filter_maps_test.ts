import { assertEquals, assertThrows } from "../support/assert.ts";
import { decode } from "fast-png";
import { rngFromSeed } from "@lib/base/rng.ts";
import { filterMaps, type SignedPicture } from "@lib/figures/filter_maps.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { assertDrawable } from "./assert_drawable.ts";

const rng = rngFromSeed(7);

function random(side: number): SignedPicture {
  const values = Float32Array.from({ length: side * side }, () => rng.normal());
  return { width: side, height: side, values };
}

function moment(
  label: string,
  filters: readonly SignedPicture[],
): Parameters<typeof filterMaps>[0][number] {
  return { label, filters, maps: filters.map(() => random(20)) };
}

/** A filter turned by a quarter of the circle in the plane of its first two weights. */
function turned({ values, ...size }: SignedPicture): SignedPicture {
  const copy = Float32Array.from(values, () => 0);
  [copy[0], copy[1]] = [-values[1], values[0]];
  return { ...size, values: copy };
}

Deno.test("filterMaps() draws two rows a moment, at most eight filters in each", async () => {
  for (const [moments, count, rows] of [[1, 3, 2], [2, 12, 4]]) {
    const filters = Array.from({ length: count }, () => random(3));
    const all = Array.from({ length: moments }, (_, i) => moment(`after ${i}`, filters));
    const figure = filterMaps(all);
    await assertDrawable(figure);
    assertEquals(figure.layout.images?.length, rows * Math.min(8, count));
  }
});

Deno.test("filterMaps() names the filter that training turned farthest, and by how much", () => {
  const filters = Array.from({ length: 4 }, () => random(3));
  const flat = filters.map(({ values, ...size }, i) => {
    return { ...size, values: values.map((value, at) => i === 2 && at > 1 ? 0 : value) };
  });
  const after = flat.map((filter, i) => i === 2 ? turned(filter) : filter);
  const figure = filterMaps([moment("before", flat), moment("after", after)]);
  assertEquals(figureTitle(figure), "Training turned filter 3 farthest, by 90°");
  assertEquals(
    figureTitle(filterMaps([moment("now", flat)])),
    "What 4 filters answer to one digit",
  );
});

Deno.test("filterMaps() draws positive weights dark, negative white, zero between", () => {
  const filter = { width: 3, height: 1, values: Float32Array.of(2, 0, -2) };
  const { images } = filterMaps([moment("now", [filter])]).layout;
  const { source } = images![0] as { source: string };
  const { width, data } = decode(Uint8Array.fromBase64(source.split(",")[1]));
  assertEquals([0, width / 2, width - 1].map((x) => data[Math.floor(x)]), [0, 128, 255]);
});

Deno.test("filterMaps() refuses to draw nothing, and moments that do not fit each other", () => {
  assertThrows(() => filterMaps([]), RangeError, "found none");
  const [one, two] = [[random(3)], [random(3), random(3)]];
  const wrong = [moment("before", one), moment("after", two)];
  assertThrows(() => filterMaps(wrong), RangeError, "found 2 filters and 2 maps, wanted 1");
});
