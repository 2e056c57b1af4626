import {
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "../../support/assert.ts";
import { sendDisplay } from "@lib/report/display/send_display.ts";
import { figureDisplay } from "@lib/report/display/figure_display.ts";
import { progressOutput } from "@lib/report/jupyter/progress_output.ts";
import { baseLayout } from "@lib/figures/parts/base_layout.ts";
import { progressDisplay, showProgress } from "@lib/report/display/show_progress.ts";
import { tableDisplay } from "@lib/report/display/table_display.ts";

const svg = `<svg width="1" height="1"></svg>`;

Deno.test("figureDisplay() holds the figure in every format", () => {
  const figure = { data: [], layout: { title: { text: "4 &amp; <b>9</b><br>differ" } } };
  const { data, metadata } = figureDisplay(figure, svg, "As <seen>.");
  assertEquals(Object.keys(data), [
    "application/vnd.plotly.v1+json",
    "text/html",
    "image/svg+xml",
    "text/plain",
  ]);
  assertEquals(data["application/vnd.plotly.v1+json"], figure);
  assertEquals(data["image/svg+xml"], svg);
  assertEquals(data["text/plain"], "4 &amp; 9 differ");
  assertEquals(metadata.figure, { title: "4 & 9 differ", caption: "As <seen>." });
  const html = String(data["text/html"]);
  assertStringIncludes(html, "background: #fff");
  assertStringIncludes(html, `>As &lt;seen&gt;.</figcaption></figure>`);
});

Deno.test("figureDisplay() tells title and subtitle as two sentences, and knows which is which", () => {
  const layout = baseLayout({ title: "4 and 9 differ", subtitle: "Of many", plotHeight: 9 });
  const { data, metadata } = figureDisplay({ data: [], layout }, svg);
  assertEquals(data["text/plain"], "4 and 9 differ. Of many");
  assertEquals(metadata.figure, { title: "4 and 9 differ" });
});

Deno.test("figureDisplay() does without title and caption", () => {
  const { data, metadata } = figureDisplay({ data: [], layout: {} }, svg);
  assertEquals(data["text/plain"], "Figure");
  assertEquals(metadata.figure, { title: "Figure" });
  assertEquals(String(data["text/html"]).includes("figcaption"), false);
});

Deno.test("tableDisplay() aligns numbers to the right, with the same decimals down a column", () => {
  const { data } = tableDisplay([
    {
      layer: "conv <3×3>",
      size: "20 × 20",
      parameters: 1728,
      loss: 0.70904,
      rate: 2e-5,
      of: "9 %",
    },
    { layer: "dense", size: "10", parameters: 0, loss: 1, rate: 0.123456, of: "—" },
  ], "Layers & sizes.");
  assertEquals(
    String(data["text/plain"]),
    `
layer       size     parameters   loss     rate   of
──────────  ───────  ──────────  ─────  ───────  ───
conv <3×3>  20 × 20       1,728  0.709  0.00002  9 %
dense       10                0  1.000    0.123    —`.slice(1),
  );
  const html = String(data["text/html"]);
  assertStringIncludes(html, `<td style="text-align: left;">conv &lt;3×3&gt;</td>`);
  assertStringIncludes(html, `<th style="text-align: right;">parameters</th>`);
  assertStringIncludes(html, `<td style="text-align: right;">1,728</td>`);
  assertStringIncludes(html, `<caption>Layers &amp; sizes.</caption>`);
});

Deno.test("tableDisplay() refuses to show nothing", () => {
  assertThrows(() => tableDisplay([]), RangeError, "found no row");
});

Deno.test("progressDisplay() marks itself, so that progressOf() knows it", () => {
  const { data, metadata } = progressDisplay({ fraction: 0.5, text: "epoch 1/2 · <1 s left" });
  assertEquals(progressOutput(metadata), { fraction: 0.5, text: "epoch 1/2 · <1 s left" });
  assertEquals(data["text/plain"], "epoch 1/2 · <1 s left");
  assertStringIncludes(String(data["text/html"]), `<progress value="0.5" max="1">`);
  assertStringIncludes(String(data["text/html"]), "&lt;1 s left");
  assertEquals(progressOutput({}), undefined);
});

Deno.test("showProgress() refuses a fraction outside 0 to 1", async () => {
  for (const fraction of [-0.1, 1.1, NaN]) {
    await assertRejects(() => showProgress().update(fraction, ""), RangeError, "must be 0 to 1");
  }
});

Deno.test("sendDisplay() says that it needs a notebook", async () => {
  await assertRejects(() => sendDisplay({ data: {}, metadata: {} }), Error, "no Jupyter kernel");
});
