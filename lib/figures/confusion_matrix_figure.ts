/** A figure of which digits are read as which.
 *
 * @module
 */

import { thousands } from "../base/format.ts";
import { sum } from "../base/statistics.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import { classPairs } from "./parts/class_pairs.ts";
import type { Figure } from "./parts/figure.ts";
import { type MistakeImage, mistakeImages } from "./parts/mistake_images.ts";
import { theme } from "./parts/theme.ts";

/** Screen pixels of a cell. */
const cell = 46;

/** How often each digit was read as each other, as a heat map. Colour shows mistakes alone, on a
 * square-root scale; the right answers on the diagonal stay grey, or they would drown the rest.
 *
 * @param matrix `[classes][classes]` counts, rows are the true classes
 * @param options.mistakes wrongly read images, those that tell most first: a report shows those of a
 *   cell when it is clicked
 * @throws {TypeError} if the matrix is not square
 * @throws {RangeError} if it is empty, a count is negative or not a whole number, or an image has not
 *   784 pixels
 *
 * @example
 * ```ts
 * import { confusionMatrixFigure } from "@lib/figures/confusion_matrix_figure.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const figure = confusionMatrixFigure([[8, 2, 0], [1, 9, 0], [0, 0, 10]]);
 * match(figureTitle(figure), /^0 and 1 are confused most: 3 of 3 mistakes/);
 * ```
 */
export function confusionMatrixFigure(
  matrix: readonly ArrayLike<number>[],
  options: { readonly mistakes?: readonly MistakeImage[] } = {},
): Figure {
  const { mistakes = [] } = options;
  if (matrix.length === 0) throw new RangeError("Cannot draw a confusion matrix of no classes");
  const pairs = classPairs(matrix);
  const rows = matrix.map((row) => Array.from(row));
  const names = rows.map((_, label) => String(label));
  const cells = rows.flatMap((row, label) =>
    row.map((count, read) => ({ count, label, read, right: label === read }))
  );
  const most = Math.max(1, ...cells.filter(({ right }) => !right).map(({ count }) => count));
  const total = sum(cells.map(({ count }) => count));
  const wrong = sum(cells.map(({ count, right }) => right ? 0 : count));
  const size = cell * rows.length;
  const width = size <= 330 ? theme.smallWidth : theme.width;
  const side = (width - size) / 2;
  return {
    data: [
      // Plotly.validate() objects to a heat map without values.
      ...(wrong === 0 ? [] : [{
        type: "heatmap" as const,
        x: names,
        y: names,
        z: rows.map((row, label) =>
          row.map((count, read) => label === read || count === 0 ? null : Math.sqrt(count))
        ),
        zmin: 0.6,
        zmax: Math.sqrt(most),
        // From light to dark, so that it also reads in grey print.
        colorscale: theme.cividis.map(([at, color]) => [1 - at, color] as [number, string])
          .reverse(),
        showscale: false,
        xgap: 2,
        ygap: 2,
        text: rows.map((row) => row.map(thousands)) as unknown as string[],
        hovertemplate: "%{y} read as %{x}: %{text}<extra></extra>",
        hoverongaps: false,
      }]),
      {
        type: "scatter",
        mode: "text",
        x: cells.map(({ read }) => String(read)),
        y: cells.map(({ label }) => String(label)),
        text: cells.map(({ count }) => count === 0 ? "·" : thousands(count)),
        textfont: {
          color: cells.map(({ count, right }) =>
            count === 0
              ? theme.muted
              : !right && Math.sqrt(count) > 0.5 * Math.sqrt(most)
              ? theme.paper
              : theme.ink
          ),
        },
        hoverinfo: "skip",
      },
    ],
    layout: {
      ...baseLayout({
        title: titleOf(pairs[0], total, wrong),
        subtitle: "Images by true and read digit; the darker, the more mistakes" +
          (mistakes.length === 0 ? "" : "; a click shows them"),
        width,
        plotHeight: size,
        margin: { left: side, right: side },
      }),
      xaxis: axis("read as (digit)", { ...classAxis, side: "bottom" }),
      yaxis: axis("true digit", { ...classAxis, autorange: "reversed" }),
      shapes: names.map((_, label) => ({
        type: "rect",
        layer: "below",
        x0: label - 0.5 + 1 / cell,
        x1: label + 0.5 - 1 / cell,
        y0: label - 0.5 + 1 / cell,
        y1: label + 0.5 - 1 / cell,
        fillcolor: theme.faint,
        line: { width: 0 },
      })),
      ...(mistakes.length === 0 ? {} : { meta: { mistakes: mistakeImages(mistakes) } }),
    },
  };
}

const classAxis = { type: "category", showgrid: false, ticks: "" } as const;

function titleOf(
  pair: { a: number; b: number; aAsB: number; bAsA: number } | undefined,
  total: number,
  wrong: number,
): string {
  if (total === 0) return "No image has been read yet";
  if (pair === undefined) return `No mistake in ${thousands(total)} images`;
  return `${pair.a} and ${pair.b} are confused most: ${pair.aAsB + pair.bAsA} of ` +
    `${thousands(wrong)} mistakes in ${thousands(total)} images`;
}
