/** A figure of an image and what was read on it.
 *
 * @module
 */

import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import type { Box } from "../image/box.ts";
import type { LightImage } from "../image/light_image.ts";
import { fitImage } from "./parts/fit_image.ts";
import { percent } from "./parts/percent.ts";
import { pixelAxes } from "./parts/pixel_axes.ts";
import { theme } from "./parts/theme.ts";
import { withCloseups } from "./parts/with_closeups.ts";

/** One digit found in an image. */
export interface ReadDigit {
  readonly digit: number;
  /** Probability of that digit, 0 to 1. */
  readonly confidence: number;
  /** In pixels of the image, from its top left corner. */
  readonly box: Box;
}

/** Room above the picture, for the labels of digits at its edge. */
const head = 22;

/** What was read, drawn over the image: a box around each digit and the digit above it. Digits that
 * the model is less sure of than `options.sure` are in the accent colour, with their confidence.
 *
 * @param image as it was given, of any size
 * @param digits in the order of reading
 * @param options.sure 0 to 1, 0.9 where missing
 * @throws {RangeError} if the image is empty or its bytes do not fit its size
 *
 * @example
 * ```ts
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { readingBoxes } from "@lib/figures/reading_boxes.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const page = lightImage(40, 20, new Uint8Array(800).fill(255));
 * const figure = readingBoxes(page, []);
 * match(figureTitle(figure), /^No digit was found/);
 * ```
 */
export function readingBoxes(
  image: LightImage,
  digits: readonly ReadDigit[],
  options: { readonly sure?: number } = {},
): Figure {
  const { sure = 0.9 } = options;
  const room = theme.width - 2 * theme.padding;
  // Tiny images are enlarged, but not to the full width.
  const shown = fitImage(image, {
    width: Math.min(room, 10 * image.width),
    height: Math.min(640, 10 * image.height),
  });
  const [left, scale] = [(room - shown.width) / 2, shown.width / image.width];
  const boxes = digits.map(({ digit, confidence, box }) => ({
    digit,
    confidence,
    unsure: confidence < sure,
    x0: left + box.x * scale,
    x1: left + (box.x + box.width) * scale,
    y0: head + box.y * scale,
    y1: head + (box.y + box.height) * scale,
  }));
  const colorOf = (unsure: boolean): string => unsure ? theme.accent : theme.categories[0];
  return {
    data: ([false, true] as const).flatMap((unsure) => {
      const some = boxes.filter((box) => box.unsure === unsure);
      const color = colorOf(unsure);
      if (some.length === 0) return [];
      return [{
        type: "scatter" as const,
        mode: "lines" as const,
        x: some.flatMap(({ x0, x1 }) => [x0, x1, x1, x0, x0, null]),
        y: some.flatMap(({ y0, y1 }) => [y0, y0, y1, y1, y0, null]),
        line: { color, width: unsure ? 2.5 : 1.5 },
        hoverinfo: "skip" as const,
      }];
    }),
    layout: withCloseups({
      ...baseLayout({
        title: titleOf(digits, sure),
        plotHeight: shown.height + head,
        margin: { left: theme.padding, right: theme.padding, bottom: theme.padding },
      }),
      ...pixelAxes(room, shown.height + head),
      images: [{
        source: shown.source,
        xref: "x",
        yref: "y",
        x: left,
        y: head,
        sizex: shown.width,
        sizey: shown.height,
        sizing: "stretch",
        layer: "below",
      }],
      annotations: boxes.map(({ digit, confidence, unsure, x0, x1, y0 }) => ({
        x: (x0 + x1) / 2,
        y: y0,
        yanchor: "bottom",
        text: `<b>${digit}</b>${unsure ? ` ${percent(confidence, 0)}` : ""}`,
        showarrow: false,
        font: { color: theme.paper, size: theme.font.size },
        bgcolor: colorOf(unsure),
        borderpad: 1,
      })),
    }, [{ x: left, y: 0, width: shown.width, height: head + shown.height }]),
  };
}

function titleOf(digits: readonly ReadDigit[], sure: number): string {
  if (digits.length === 0) return "No digit was found";
  const least = digits.reduce((a, b) => b.confidence < a.confidence ? b : a);
  const count = digits.length === 1 ? "One digit" : `${digits.length} digits`;
  return least.confidence < sure
    ? `${count} read, least sure of the ${least.digit} (${percent(least.confidence, 0)})`
    : `${count} read, each with at least ${percent(Math.floor(100 * least.confidence) / 100, 0)}`;
}
