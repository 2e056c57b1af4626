import type { Data } from "plotly-types";
import { type Box, boxAround } from "../image/box.ts";
import type { BoxedInk } from "../image/boxed_ink.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { pixelAxes } from "./parts/pixel_axes.ts";
import { pngDataUrl, type Raster } from "./parts/png_data_url.ts";
import { theme } from "./parts/theme.ts";
import { withCloseups } from "./parts/with_closeups.ts";

/** Neighbouring pieces that were read as a digit. */
export interface ChosenPieces {
  readonly digit: number;
  /** Probability of that digit, 0 to 1. */
  readonly confidence: number;
  /** The first piece. */
  readonly first: number;
  /** The piece after the last one. */
  readonly end: number;
}

/** Colours of the pieces in turn: neighbours differ in hue and in lightness. */
const hues = theme.categories.slice(0, 3).map((hex) => {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
});

/** The highest line, and the room for the numbers above it and the digits below it. */
const [tallest, head, foot] = [200, 20, 44];

/** Least distance of two numbers above the pieces. */
const leastPitch = 15;

/** A line of writing cut into pieces, each in a colour other than its neighbours', with the digits
 * that were put together of them below.
 *
 * @param pieces from left to right; numbered from 1 where there is room
 * @param chosen from left to right; pieces in none of them were left out
 * @throws {RangeError} if there is no piece, or digits that are not there are chosen
 */
export function cutPieces(
  pieces: readonly BoxedInk[],
  chosen: readonly ChosenPieces[],
): Figure {
  if (pieces.length === 0) throw new RangeError("Cannot draw a cut line: found no piece");
  for (const { digit, first, end } of chosen) {
    if (first < 0 || end <= first || end > pieces.length) {
      throw new RangeError(
        `Cannot draw the pieces of the ${digit}: found ${first} to ${end}, wanted some of the ` +
          `${pieces.length}`,
      );
    }
  }
  const room = theme.width - 2 * theme.padding;
  const whole = around(pieces);
  const scale = Math.min(room / whole.width, tallest / whole.height);
  const [width, height] = [whole.width * scale, whole.height * scale];
  const left = (room - width) / 2;
  const at = (x: number): number => left + (x - whole.x) * scale;
  const middles = pieces.map(({ box }) => at(box.x + box.width / 2));
  const hasRoom = middles.every((x, i) => i === 0 || x - middles[i - 1] >= leastPitch);
  const ends = chosen.map(({ first, end }) => {
    const { x, width } = around(pieces.slice(first, end));
    return { from: at(x), to: at(x + width) };
  });
  // Slanted neighbours share columns; their brackets do not.
  const spans = ends.map(({ from, to }, i) => ({
    from: Math.max(from, i > 0 ? (from + ends[i - 1].to) / 2 : from) + 3,
    to: Math.min(to, i + 1 < ends.length ? (to + ends[i + 1].from) / 2 : to) - 3,
  }));
  const under = head + height + 10;
  const plotHeight = Math.ceil(head + height + foot);
  const text = chosen.map(({ digit }) => digit).join("");
  const count = pieces.length === 1 ? "One piece" : `${pieces.length} pieces`;
  return {
    data: [
      ...labels(hasRoom ? middles : [], head - 2, middles.map((_, i) => `${i + 1}`), "top center"),
      ...brackets(spans, under),
      ...labels(
        spans.map(({ from, to }) => (from + to) / 2),
        under + 2,
        chosen.map(({ digit, confidence }) => `<b>${digit}</b>  ${percent(confidence, 0)}`),
        "bottom center",
      ),
    ],
    layout: withCloseups({
      ...baseLayout({
        title: text === "" ? `${count}, none of a digit` : `${count}, put together to ${text}`,
        plotHeight,
        margin: { left: theme.padding, right: theme.padding, bottom: 8 },
      }),
      ...pixelAxes(room, plotHeight),
      images: [{
        source: pngDataUrl(painted(pieces, whole), Math.max(1, Math.floor(scale))),
        xref: "x",
        yref: "y",
        x: left,
        y: head,
        sizex: width,
        sizey: height,
        sizing: "stretch",
        layer: "below",
      }],
    }, [{ x: left, y: 0, width, height: plotHeight }]),
  };
}

/** One trace that draws all brackets, where there are any. */
function brackets(
  spans: readonly { readonly from: number; readonly to: number }[],
  y: number,
): Partial<Data>[] {
  if (spans.length === 0) return [];
  return [{
    type: "scatter",
    mode: "lines",
    x: spans.flatMap(({ from, to }) => [from, from, to, to, null]),
    y: spans.flatMap(() => [y - 5, y, y, y - 5, null]),
    line: { color: theme.ink, width: 1.5 },
    hoverinfo: "skip",
  }];
}

function around(pieces: readonly BoxedInk[]): Box {
  return boxAround(pieces.map(({ box }) => box));
}

/** Every piece in its colour on white paper; where two share a pixel, the one with more ink. */
function painted(pieces: readonly BoxedInk[], { x, y, width, height }: Box): Raster {
  const most = new Uint8Array(width * height);
  const pixels = new Uint8Array(width * height * 3).fill(255);
  pieces.forEach(({ box, ink }, index) => {
    const hue = hues[index % hues.length];
    ink.pixels.forEach((level, i) => {
      const at = (box.y - y + Math.floor(i / ink.width)) * width + box.x - x + (i % ink.width);
      if (level <= most[at]) return;
      most[at] = level;
      hue.forEach((value, k) => pixels[3 * at + k] = 255 - (255 - value) * level / 255);
    });
  });
  return { width, height, pixels, channels: 3 };
}

function labels(
  x: readonly number[],
  y: number,
  text: readonly string[],
  textposition: "top center" | "bottom center",
): Partial<Data>[] {
  if (x.length === 0) return [];
  return [{
    type: "scatter",
    mode: "text",
    x: [...x],
    y: x.map(() => y),
    text: [...text],
    textposition,
    textfont: textposition === "top center" ? { color: theme.muted } : { color: theme.ink },
    cliponaxis: false,
    hoverinfo: "skip",
  }];
}
