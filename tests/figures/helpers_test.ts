import { assertAlmostEquals, assertEquals, assertLessOrEqual } from "../support/assert.ts";
import { classPairs } from "@lib/figures/parts/class_pairs.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { fitImage } from "@lib/figures/parts/fit_image.ts";
import { percent } from "@lib/figures/parts/percent.ts";
import { smooth } from "@lib/figures/parts/smooth.ts";
import { wrapText } from "@lib/figures/parts/wrap_text.ts";

Deno.test("percent() has no space at which a line could be broken", () => {
  assertEquals([percent(0.99123), percent(0.9999)], ["99.1\u00a0%", ">\u00a099.9\u00a0%"]);
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
