import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { pixelAxes } from "./parts/pixel_axes.ts";
import { pngDataUrl } from "./parts/png_data_url.ts";
import { theme } from "./parts/theme.ts";
import { imageSide } from "../image/digit_size.ts";

/** Rows, and columns, of an MNIST image. */
const side = imageSide;
const cell = 24;

/** An image as the numbers it is: 28 rows of 28 grey levels, each printed in its cell.
 *
 * @param pixels `[784]`, 0 is paper, 255 is ink
 * @throws {RangeError} if there are not 784 pixels
 */
export function pixelNumbers(pixels: ArrayLike<number>): Figure {
  if (pixels.length !== side * side) {
    throw new RangeError(
      `Cannot print an image as numbers: found ${pixels.length} pixels, wanted ${side * side}`,
    );
  }
  const values = Array.from(pixels);
  const inked = values.filter((value) => value > 0).length;
  return {
    data: [{
      type: "scatter",
      mode: "text",
      x: values.map((_, index) => (index % side + 0.5) * cell),
      y: values.map((_, index) => (Math.floor(index / side) + 0.5) * cell),
      text: values.map(String),
      textposition: "middle center",
      textfont: {
        size: 10,
        color: values.map((value) =>
          value === 0 ? "#9aa1a9" : value > 110 ? theme.paper : theme.ink
        ),
      },
      hoverinfo: "skip",
    }],
    layout: {
      ...baseLayout({
        title: `To the computer, a digit is ${
          side * side
        } numbers: here ${inked} of them are not zero`,
        subtitle: "28 rows of 28 grey levels, from 0 (paper) to 255 (ink)",
        plotHeight: side * cell,
        margin: { left: theme.padding, right: theme.padding, bottom: theme.padding },
      }),
      ...pixelAxes(side * cell, side * cell),
      images: [{
        source: pngDataUrl(
          {
            width: side,
            height: side,
            pixels: Uint8Array.from(values, (value) => 255 - value),
            channels: 1,
          },
          cell,
        ),
        xref: "x",
        yref: "y",
        x: 0,
        y: 0,
        sizex: side * cell,
        sizey: side * cell,
        sizing: "stretch",
        layer: "below",
      }],
    },
  };
}
