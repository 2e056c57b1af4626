import { assertAlmostEquals, assertEquals, assertLessOrEqual } from "../support/assert.ts";
import { classPairs } from "@lib/figures/parts/class_pairs.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { fitImage } from "@lib/figures/parts/fit_image.ts";
import { percent } from "@lib/figures/parts/percent.ts";
import { resizeArea } from "@lib/figures/parts/resize_area.ts";
import { smooth } from "@lib/figures/parts/smooth.ts";
import { thousands } from "@lib/figures/parts/thousands.ts";
import { wrapText } from "@lib/figures/parts/wrap_text.ts";

Deno.test("percent() rounds, but to nothing and all only where it is so", () => {
  const shares = [0, 0.0001, 0.5, 0.99123, 0.9999, 1];
  assertEquals(shares.map((share) => percent(share).replaceAll("\u00a0", " ")), [
    "0.0 %",
    "< 0.1 %",
    "50.0 %",
    "99.1 %",
    "> 99.9 %",
    "100.0 %",
  ]);
  assertEquals(percent(0.99996, 2), ">\u00a099.99\u00a0%");
  assertEquals(percent(0.996, 0), ">\u00a099\u00a0%");
});

Deno.test("thousands() groups digits", () => {
  assertEquals([7, 1234, 60000].map(thousands), ["7", "1,234", "60,000"]);
});

Deno.test("wrapText() breaks at spaces, and keeps long words whole", () => {
  assertEquals(wrapText("one two three", 7), "one two<br>three");
  assertEquals(wrapText("extraordinary", 5), "extraordinary");
  assertEquals(wrapText("", 5), "");
});

Deno.test("figureTitle() is the title without subtitle and markup", () => {
  const text = '4 &lt; 9,<br>a <b>finding</b><br><span style="color:red">how to read it</span>';
  assertEquals(figureTitle({ data: [], layout: { title: { text } } }), "4 < 9, a finding");
  assertEquals(figureTitle({ data: [], layout: {} }), "");
});

Deno.test("smooth() keeps a constant and a line, and does not lag", () => {
  assertEquals(smooth([2, 2, 2, 2]), [2, 2, 2, 2]);
  assertEquals(smooth([1, 2, 3, 4, 5], 1), [1.5, 2, 3, 4, 4.5]);
  assertEquals(smooth([]), []);
});

Deno.test("resizeArea() gives the mean of the covered area and keeps the total", () => {
  const pixels = [0, 100, 200, 100, 10, 30, 50, 70];
  assertEquals([...resizeArea(pixels, { width: 4, height: 2 }, { width: 2, height: 1 })], [
    35,
    105,
  ]);
  assertEquals([...resizeArea([0, 90, 0], { width: 3, height: 1 }, { width: 2, height: 1 })], [
    30,
    30,
  ]);
  const same = { width: 4, height: 2 };
  assertEquals([...resizeArea(pixels, same, same)], pixels);
});

Deno.test("fitImage() enlarges by whole factors, shrinks to the box, keeps the aspect", () => {
  const small = fitImage(lightImage(28, 20), {
    width: 100,
    height: 100,
  });
  assertEquals([small.width, small.height], [84, 60]);
  const large = fitImage(lightImage(1000, 400), {
    width: 100,
    height: 100,
  });
  assertEquals([large.width, large.height], [100, 40]);
  assertLessOrEqual(large.source.length, 1000);
});

Deno.test("classPairs() orders pairs by their mistakes in both directions", () => {
  const pairs = classPairs([[5, 1, 0], [2, 5, 4], [0, 0, 5]]);
  assertEquals(pairs, [
    { a: 1, b: 2, aAsB: 4, bAsA: 0 },
    { a: 0, b: 1, aAsB: 1, bAsA: 2 },
  ]);
  assertAlmostEquals(pairs.length, 2);
});
