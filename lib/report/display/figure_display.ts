import type { Figure } from "../../figures/parts/figure.ts";
import type { Display } from "./send_display.ts";
import { escapeHtml } from "../../base/escape_html.ts";
import { figureTitle } from "../../figures/parts/figure_title.ts";
import { figureStage } from "../page/figure_stage.ts";

const card = "display: inline-block; max-width: 100%; box-sizing: border-box; padding: 12px; " +
  "border-radius: 8px; background: #fff; line-height: 0;";
const captionStyle = "margin: 0.5em auto 0; max-width: 40em; font-size: 90%; opacity: 0.8;";

/** A figure in every format that a reader's program may want: for a Plotly of its own (VS Code), as
 * HTML with a picture that answers once the notebook has brought Plotly (JupyterLab, nbconvert; see
 * `bringPlotly`), as a picture, as its title.
 *
 * @param figure what to show
 * @param svg the same as a picture
 * @param caption a sentence for below it
 */
export function figureDisplay(figure: Figure, svg: string, caption?: string): Display {
  const label = labelOf(figure);
  const title = figureTitle(figure) || label;
  const words = caption === undefined
    ? ""
    : `<figcaption style="${captionStyle}">${escapeHtml(caption)}</figcaption>`;
  return {
    data: {
      "application/vnd.plotly.v1+json": figure,
      // White paper below the figure: it stays readable on a dark page.
      "text/html": `<figure style="margin: 1em auto; text-align: center;">` +
        `<div style="${card}">${
          figureStage(svg, label, figure, { asImage: true })
        }</div>${words}</figure>`,
      "image/svg+xml": svg,
      "text/plain": label,
    },
    metadata: { figure: { title, ...(caption === undefined ? {} : { caption }) } },
  };
}

/** Title and subtitle, a sentence each, without Plotly's markup, on one line. */
function labelOf({ layout }: Figure): string {
  const title: unknown = layout.title;
  const text = typeof title === "string" ? title : (title as { text?: string } | undefined)?.text;
  const plain = text?.replace("<br><span", ". <span").replace(/<br\s*\/?>/gi, " ")
    .replace(/<[^>]*>/g, "").trim();
  return plain === undefined || plain === "" ? "Figure" : plain;
}
