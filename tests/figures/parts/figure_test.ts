import { assert, assertEquals, assertGreater, assertStringIncludes } from "../../support/assert.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { plotlyHost } from "@lib/report/svg/plotly_host.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";
import { degenerate, usual } from "../samples.ts";

/** What Plotly says against a figure. */
async function objections(figure: Figure): Promise<string[]> {
  const { plotly } = await plotlyHost();
  const { data, layout } = JSON.parse(JSON.stringify(figure));
  const found = plotly.validate(data, layout) as { msg: string }[] | undefined;
  return (found ?? []).map(({ msg }) => msg);
}

for (const [name, make] of Object.entries({ ...usual, ...degenerate })) {
  Deno.test(`The figure ${name} is valid, a plain value, titled, and can be drawn`, async () => {
    const figure = make();
    assertEquals(JSON.parse(JSON.stringify(figure)), figure as unknown);
    assertEquals(await objections(figure), []);
    const { width, height } = figure.layout;
    assert(width === 720 || width === 420);
    assertGreater(height!, 80);
    assertGreater(figureTitle(figure).length, 2);
    assertStringIncludes(await renderSvg(figure), `viewBox="0 0 ${width} ${height}"`);
  });
}

Deno.test("The visible axes of every figure have names", () => {
  for (const make of Object.values(usual)) {
    const { layout } = make();
    const { xaxis, yaxis } = layout;
    if (xaxis?.visible === false) continue;
    for (const one of [xaxis, yaxis]) {
      const title = one?.title as { text: string };
      // The bars of pairs, and of the parts of a step, name themselves.
      assert(title.text.length > 2 || /come first|training step/.test(figureTitle(make())));
    }
  }
});

Deno.test("The same data give the same figure", () => {
  for (const make of Object.values(usual)) assertEquals(make(), make());
});
