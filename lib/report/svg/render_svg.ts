/** Figures drawn without a browser.
 *
 * @module
 */

import { escapeHtml } from "../../base/escape_html.ts";
import { sha256 } from "../../base/sha256.ts";
import type { Figure } from "../../figures/parts/figure.ts";
import { figureTitle } from "../../figures/parts/figure_title.ts";
import { plotlyHost } from "./plotly_host.ts";

let last: Promise<unknown> = Promise.resolve();

/** A figure as SVG markup that needs nothing else: no script, no font, no network.
 *
 * plotly.js draws it as it would in a browser, in a window without a screen. The first call loads
 * plotly.js (about a second), the others take some tens of milliseconds. The same figure gives the
 * same markup, and figures that stand on one page do not disturb each other: their ids begin with a
 * hash of the figure.
 *
 * @param figure its width and height in pixels are those of `layout`, else 720 × 450
 * @throws {RangeError} if plotly.js cannot draw the figure
 *
 * @example
 * ```ts
 * import { scheduleCurve } from "@lib/figures/schedule_curve.ts";
 * import { renderSvg } from "@lib/report/svg/render_svg.ts";
 * import { match } from "node:assert";
 * const svg = await renderSvg(scheduleCurve([0.1, 0.2, 0.1]));
 * match(svg, /^<svg.*<title>The learning rate peaks at 0.2/s);
 * ```
 */
export function renderSvg(figure: Figure): Promise<string> {
  // One after the other: a failed drawing is then cleaned up without touching another.
  const drawn = last.then(() => draw(figure));
  last = drawn.catch(() => {});
  return drawn;
}

async function draw(figure: Figure): Promise<string> {
  checkImages(figure);
  const json = JSON.stringify(figure);
  // A copy, as plotly.js writes its own defaults into what it is given.
  const { data, layout } = JSON.parse(json);
  const { plotly, document } = await plotlyHost();
  const before = new Set(Array.from(document.body.children));
  try {
    const svg = await plotly.toImage(
      { data, layout },
      {
        format: "svg",
        width: layout.width ?? 720,
        height: layout.height ?? 450,
        imageDataOnly: true,
      } as Parameters<typeof plotly.toImage>[1],
    );
    return finish(
      svg,
      figureTitle(figure),
      `f${sha256(new TextEncoder().encode(json)).slice(0, 8)}`,
    );
  } catch (error) {
    throw new RangeError(
      `Cannot draw the figure "${figureTitle(figure)}": ${(error as Error)?.message ?? error}`,
      { cause: error },
    );
  } finally {
    // What stays is plotly.js's own place for measuring, made at the first drawing.
    for (const child of Array.from(document.body.children)) {
      if (!before.has(child) && child.id !== "js-plotly-tester") child.remove();
    }
  }
}

/** An image that lies elsewhere would never load, and the drawing never end.
 * @throws {RangeError} if the figure has such an image */
function checkImages({ data, layout }: Figure): void {
  const placed = (layout.images ?? []).map(({ source }) => String(source))
    .filter((source) => !source.startsWith("data:"));
  const traced = data.filter((trace) => trace?.type === "image" && "source" in trace)
    .map(() => "an image trace");
  const [wrong] = [...placed, ...traced];
  if (wrong !== undefined) {
    throw new RangeError(
      `Cannot draw an image: found ${wrong.slice(0, 80)}, wanted a data: URL in layout.images`,
    );
  }
}

/** Gives plotly.js's markup a role, a title and ids of its own, and drops what only scripts use or
 * what says nothing: classes, defaults, empty groups, the fifteenth decimal. */
function finish(svg: string, title: string, prefix: string): string {
  const ids = new Map<string, string>();
  for (const [, id] of svg.matchAll(/\sid="([^"]+)"/g)) {
    if (!ids.has(id)) ids.set(id, `${prefix}-${ids.size + 1}`);
  }
  const family = /font-family: ([^;"]+);/.exec(svg)?.[1];
  let markup = svg.replace(
    /<[a-zA-Z][^>]*>/g,
    (tag) =>
      tag.replace(/\s(class|data-[\w-]+|pointer-events)="[^"]*"/g, "")
        .replace(/\sid="([^"]+)"/g, (_, id) => ` id="${ids.get(id)}"`)
        .replace(
          /(url\(['"]?)#([^'")]+)/g,
          (all, open, id) => ids.has(id) ? `${open}#${ids.get(id)}` : all,
        )
        .replaceAll(`font-family: ${family};`, "")
        .replace(/(?<![\w-])(?:opacity: 1|(?:fill|stroke)-opacity: 1|white-space: pre);/g, "")
        .replace(/style="\s+|(?<=;)\s+/g, (space) => space.trim())
        .replace(/\sstyle=""/g, "")
        .replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100)),
  );
  for (let length = -1; length !== markup.length;) {
    length = markup.length;
    markup = markup.replace(/<(g|defs)(\s[^>]*[^>\/])?(\/>|><\/\1>)/g, "");
  }
  const font = family === undefined ? "" : ` font-family="${family}"`;
  return markup.replace(
    /^<svg([^>]*)>/,
    (_, attributes) => `<svg${attributes}${font} role="img"><title>${escapeHtml(title)}</title>`,
  );
}
