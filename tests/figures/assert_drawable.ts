import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { plotlyHost } from "@lib/report/svg/plotly_host.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";

/** Makes sure that a figure is a plain value that Plotly has nothing against, and draws.
 *
 * @returns the picture
 */
export async function assertDrawable(figure: Figure): Promise<string> {
  const plain = JSON.parse(JSON.stringify(figure));
  assertEquals(plain, figure as unknown);
  const { plotly } = await plotlyHost();
  const found = plotly.validate(plain.data, plain.layout) as { msg: string }[] | undefined;
  assertEquals((found ?? []).map(({ msg }) => msg), []);
  const { width, height } = figure.layout;
  assert(width === 720 || width === 420);
  const svg = await renderSvg(figure);
  assertStringIncludes(svg, `viewBox="0 0 ${width} ${height}"`);
  return svg;
}
