/** A figure of digits in rows.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { baseLayout } from "./parts/base_layout.ts";
import { digitSprite } from "./parts/digit_sprite.ts";
import type { Figure } from "./parts/figure.ts";
import { pixelAxes } from "./parts/pixel_axes.ts";
import { pngDataUrl } from "./parts/png_data_url.ts";
import { theme } from "./parts/theme.ts";
import { withCloseups } from "./parts/with_closeups.ts";
import { imageSide } from "../image/digit_size.ts";

/** One digit of a gallery. */
export interface GalleryDigit {
  /** `[784]`, 28 rows of 28; 0 is paper, 255 is ink. */
  readonly pixels: ArrayLike<number>;
  /** A few signs below the digit: "7", "4 → 9". `<br>` begins a second line. */
  readonly caption: string;
  /** Frames the digit and colours its caption. */
  readonly highlight?: boolean;
}

/** Rows, and columns, of an MNIST image. */
const side = imageSide;

/** Digits in rows, each with its caption: dark ink on white paper, every pixel crisp.
 *
 * @param digits in the order of reading
 * @param options.title what there is to see
 * @param options.subtitle below it
 * @param options.columns digits in a row; as many as fit their captions, up to ten, where missing
 * @throws {RangeError} if there are no digits, one has not 784 pixels, or columns is not a
 *   positive integer
 */
export function digitGallery(
  digits: readonly GalleryDigit[],
  options: { readonly title: string; readonly subtitle?: string; readonly columns?: number },
): Figure {
  const room = theme.width - 2 * theme.padding;
  const captionLines = digits.map(({ caption }) => caption.replace(/<\/?b>/g, "").split("<br>"));
  const lines = Math.max(...captionLines.map(({ length }) => length));
  const captionWidth = Math.max(...captionLines.flat().map(({ length }) => length)) * 0.6;
  const { title, subtitle, columns = columnsFor(digits.length, captionWidth) } = options;
  if (!Number.isInteger(columns) || columns < 1) {
    throw new RangeError(`Cannot draw ${columns} digits in a row: must be a positive integer`);
  }
  // Screen pixels of a digit's pixel; below 1 where a row holds more digits than fit.
  const fitting = room / columns / (side + 5);
  const scale = fitting < 1 ? fitting : Math.min(3, Math.floor(fitting));
  const factor = Math.max(1, scale) * 2;
  const wished = Math.max(14, Math.ceil((captionWidth * theme.font.size + 10) / scale) - side);
  const gapX = Math.max(5, Math.min(wished, Math.floor(room / columns / scale) - side));
  const pitch = scale * (side + gapX);
  const gapY = Math.ceil((12 + 15 * lines) / scale);
  const sprite = digitSprite(digits.map(({ pixels }) => pixels), { columns, gapX, gapY }, factor);
  const shown = scale / factor; // screen pixels of a pixel of the sprite
  const [width, height] = [sprite.width * shown, sprite.height * shown];
  const figureWidth = width <= theme.smallWidth - 2 * theme.padding
    ? theme.smallWidth
    : theme.width;
  const plot = { width: figureWidth - 2 * theme.padding, height: height + 6 + 15 * lines };
  const spots = digits.map(({ caption, highlight = false }, index) => ({
    left: scale * ((index % columns) * (side + gapX) + 1),
    top: scale * (Math.floor(index / columns) * (side + gapY) + 1),
    caption,
    highlight,
  }));
  return {
    data: [
      ...frames(spots.filter(({ highlight }) => highlight), scale * side),
      {
        type: "scatter",
        mode: "text",
        x: spots.map(({ left }) => left + scale * side / 2),
        y: spots.map(({ top }) => top + scale * side + 4),
        text: spots.map(({ caption }) => caption),
        textposition: "bottom center",
        textfont: {
          size: Math.min(theme.font.size, Math.max(9, Math.floor(pitch / captionWidth))),
          color: spots.map(({ highlight }) => highlight ? theme.accent : theme.ink),
        },
        cliponaxis: false,
        hoverinfo: "skip",
      },
    ],
    layout: withCloseups(
      {
        ...baseLayout({
          title,
          ...(subtitle === undefined ? {} : { subtitle }),
          width: figureWidth,
          plotHeight: Math.ceil(plot.height),
          margin: { left: theme.padding, right: theme.padding, bottom: 16 },
        }),
        ...pixelAxes(plot.width, Math.ceil(plot.height)),
        images: [{
          source: pngDataUrl(sprite),
          xref: "x",
          yref: "y",
          x: 0,
          y: 0,
          sizex: width,
          sizey: height,
          sizing: "stretch",
          layer: "below",
        }],
      },
      spots.map(({ left, top }) => ({
        x: left + scale * side / 2 - pitch / 2,
        y: top,
        width: pitch,
        height: scale * side + 8 + 15 * lines,
      })),
    ),
  };
}

/** Up to ten in a row, fewer where captions are long.
 * @param captionWidth of the longest line, in ems */
function columnsFor(count: number, captionWidth: number): number {
  const fitting = (theme.width - 2 * theme.padding) / (captionWidth * theme.font.size + 10);
  return Math.max(1, Math.min(10, count, Math.floor(fitting)));
}

/** One trace that draws a square around every spot, where there are any. */
function frames(spots: readonly { left: number; top: number }[], size: number): Partial<Data>[] {
  if (spots.length === 0) return [];
  const [near, far] = [-1, size + 1];
  return [{
    type: "scatter",
    mode: "lines",
    x: spots.flatMap(({ left }) => [...[near, far, far, near, near].map((d) => left + d), null]),
    y: spots.flatMap(({ top }) => [...[near, near, far, far, near].map((d) => top + d), null]),
    line: { color: theme.accent, width: 2 },
    hoverinfo: "skip",
  }];
}
