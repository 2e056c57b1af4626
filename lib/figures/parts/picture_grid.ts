import type { Data } from "plotly-types";
import type { Box } from "../../image/box.ts";
import type { GreyImage } from "../../image/grey_image.ts";
import { type LightImage, lightImage } from "../../image/light_image.ts";
import { baseLayout } from "./base_layout.ts";
import type { Figure } from "./figure.ts";
import { fitImage } from "./fit_image.ts";
import { pixelAxes } from "./pixel_axes.ts";
import { theme } from "./theme.ts";
import { withCloseups } from "./with_closeups.ts";
import { wrapText } from "./wrap_text.ts";

/** An image with its caption; ink is drawn dark on white. */
export interface CaptionedPicture extends GreyImage {
  /** Above the picture: "ink", "read as 47". */
  readonly caption: string;
  /** Drawn around parts of the picture, in its pixels. */
  readonly boxes?: readonly Box[];
  /** Colours the caption. */
  readonly highlight?: boolean;
}

const [gap, lineHeight] = [24, 18];

/** The highest picture. */
const tallest = 300;

/** Pictures in rows, each under its caption: wide ones below each other, small ones side by side.
 *
 * @param pictures in the order of reading, of any sizes
 * @param options.title the finding
 * @param options.subtitle below it
 * @param options.columns pictures in a row, 1 where missing
 * @throws {RangeError} if there is no picture, one's bytes do not fit its size, or columns is not
 * a positive integer
 */
export function pictureGrid(
  pictures: readonly CaptionedPicture[],
  options: { readonly title: string; readonly subtitle?: string; readonly columns?: number },
): Figure {
  const { title, subtitle, columns = 1 } = options;
  if (pictures.length === 0) throw new RangeError("Cannot draw pictures: found none, wanted one");
  if (!Number.isInteger(columns) || columns < 1) {
    throw new RangeError(`Cannot draw ${columns} pictures in a row: must be a positive integer`);
  }
  const room = theme.width - 2 * theme.padding;
  const cell = Math.floor((room - gap * (columns - 1)) / columns);
  let top = 0;
  const drawn: Drawn[] = [];
  for (let first = 0; first < pictures.length; first += columns) {
    const row = pictures.slice(first, first + columns).map((picture) => ({
      picture,
      caption: wrapText(picture.caption, Math.floor(cell / (0.55 * theme.font.size))),
      image: fitImage(asLight(picture), { width: cell, height: tallest }),
    }));
    const head = lineHeight * Math.max(...row.map(({ caption }) => caption.split("<br>").length));
    row.forEach((one, i) => drawn.push({ ...one, left: i * (cell + gap), top: top + head }));
    top += head + Math.max(...row.map(({ image }) => image.height)) + gap;
  }
  const height = Math.ceil(top - gap + 2);
  return {
    data: [captions(drawn), ...boxes(drawn)],
    layout: withCloseups(
      {
        ...baseLayout({
          title,
          ...(subtitle === undefined ? {} : { subtitle }),
          plotHeight: height,
          margin: { left: theme.padding, right: theme.padding, bottom: theme.padding },
        }),
        ...pixelAxes(room, height),
        images: drawn.map(({ image, left, top }) => ({
          source: image.source,
          xref: "x",
          yref: "y",
          x: left,
          y: top,
          sizex: image.width,
          sizey: image.height,
          sizing: "stretch",
          layer: "below",
        })),
        shapes: drawn.map(({ image, left, top }) => ({
          type: "rect",
          x0: left,
          x1: left + image.width,
          y0: top,
          y1: top + image.height,
          line: { color: theme.faint, width: 1 },
        })),
      },
      drawn.map(({ image: { width, height }, left, top }) => ({ x: left, y: top, width, height })),
    ),
  };
}

/** A picture at its place, in pixels of the screen. */
interface Drawn {
  readonly picture: CaptionedPicture;
  readonly caption: string;
  readonly image: ReturnType<typeof fitImage>;
  readonly left: number;
  readonly top: number;
}

function asLight({ holds, width, height, pixels }: CaptionedPicture): LightImage {
  return lightImage(width, height, holds === "ink" ? pixels.map((level) => 255 - level) : pixels);
}

function captions(drawn: readonly Drawn[]): Partial<Data> {
  return {
    type: "scatter",
    mode: "text",
    x: drawn.map(({ left }) => left),
    y: drawn.map(({ top }) => top),
    text: drawn.map(({ caption }) => caption),
    textposition: "top right",
    textfont: {
      color: drawn.map(({ picture }) => picture.highlight ? theme.accent : theme.ink),
    },
    cliponaxis: false,
    hoverinfo: "skip",
  };
}

/** One trace with the boxes of all pictures, where there are any. */
function boxes(drawn: readonly Drawn[]): Partial<Data>[] {
  const corners = drawn.flatMap(({ picture, image, left, top }) => {
    const scale = image.width / picture.width;
    return (picture.boxes ?? []).map(({ x, y, width, height }) => ({
      x: [left + x * scale, left + (x + width) * scale],
      y: [top + y * scale, top + (y + height) * scale],
    }));
  });
  if (corners.length === 0) return [];
  return [{
    type: "scatter",
    mode: "lines",
    x: corners.flatMap(({ x: [near, far] }) => [near, far, far, near, near, null]),
    y: corners.flatMap(({ y: [near, far] }) => [near, near, far, far, near, null]),
    line: { color: theme.categories[0], width: 1.5 },
    hoverinfo: "skip",
  }];
}
