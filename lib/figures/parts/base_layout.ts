import type { Layout } from "plotly-types";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** What a figure says, and its size. */
export interface BaseLayoutOptions {
  /** The finding, in a sentence without full stop. Long ones are broken into lines. */
  readonly title: string;
  /** How to read the figure, or what it stands on; smaller, below the title. */
  readonly subtitle?: string;
  /** Pixels; 720 where missing. */
  readonly width?: number;
  /** Pixels of the plotting area, without title and axes. */
  readonly plotHeight: number;
  /** Pixels beside the plotting area, for axes and labels. */
  readonly margin?: {
    readonly left?: number;
    readonly right?: number;
    readonly bottom?: number;
    readonly top?: number;
  };
}

/** The layout that all figures begin with: card, fonts, colours, title at the left, and margins that
 * fit them. */
export function baseLayout(options: BaseLayoutOptions): Partial<Layout> {
  const { title, subtitle = "", width = theme.width, plotHeight, margin = {} } = options;
  const { family, size, titleSize } = theme.font;
  const room = width - 2 * theme.padding;
  const titleText = wrapText(title, Math.floor(room / (0.59 * titleSize)));
  const subtitleText = subtitle && wrapText(subtitle, Math.floor(room / (0.55 * size)));
  const titleLines = titleText.split("<br>").length;
  const subtitleLines = subtitleText ? subtitleText.split("<br>").length : 0;
  const head = 18 + titleLines * 1.3 * titleSize + subtitleLines * 1.3 * size + 18;
  const top = Math.round(head) + (margin.top ?? 0);
  const bottom = margin.bottom ?? 56;
  return {
    width,
    height: top + plotHeight + bottom,
    margin: { l: margin.left ?? 68, r: margin.right ?? theme.padding, t: top, b: bottom },
    paper_bgcolor: theme.paper,
    plot_bgcolor: theme.paper,
    font: { family, size, color: theme.ink },
    colorway: [...theme.categories],
    title: {
      text: titleText + (subtitleText &&
        `<br><span style="font-size:${size}px;font-weight:400;color:${theme.muted}">${
          subtitleText.replaceAll(
            "<br>",
            `</span><br><span style="font-size:${size}px;` +
              `font-weight:400;color:${theme.muted}">`,
          )
        }</span>`),
      font: { size: titleSize, weight: 600, color: theme.ink },
      x: 0,
      xref: "container",
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      // Plotly counts from the top of a single line, but from the baseline of the first of several.
      pad: { l: theme.padding, t: titleLines + subtitleLines > 1 ? 18 + 0.7 * titleSize : 18 },
    } as NonNullable<Layout["title"]>,
    showlegend: false,
    hovermode: "closest",
    hoverlabel: { font: { family, size } },
  };
}
