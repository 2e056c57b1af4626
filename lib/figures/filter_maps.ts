/** A figure of what a convolution looks for, and where it finds it.
 *
 * @module
 */

import { type LightImage, lightImage } from "../image/light_image.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { fitImage } from "./parts/fit_image.ts";
import { pixelAxes } from "./parts/pixel_axes.ts";
import { theme } from "./parts/theme.ts";

/** Signed numbers in rows, as a picture. */
export interface SignedPicture {
  readonly width: number;
  readonly height: number;
  /** `[height × width]`, row by row; of either sign. */
  readonly values: Float32Array;
}

/** A convolution at one moment of its training. */
export interface FilterMoment {
  /** "before", "after". */
  readonly label: string;
  /** The weights of each filter. */
  readonly filters: readonly SignedPicture[];
  /** What each filter answers at each place of one image, in the order of the filters. */
  readonly maps: readonly SignedPicture[];
}

/** Filters drawn at most: more would be too small to see. */
const most = 8;

/** Room for the labels at the left, the side of a picture's square, and the gaps, in pixels. */
const [labelRoom, side, gap, rowGap] = [104, 62, 9, 12];

/** The filters of a convolution and their feature maps of one image, at one or several moments of
 * training, one below the other. Dark is positive, white negative, the grey between is zero; each
 * picture has its own scale.
 *
 * The title tells which filter training turned farthest, as the angle between its weights at the
 * first and the last moment: 90° is no likeness at all.
 *
 * @param moments each with the same number of filters and maps; the first eight are drawn
 * @throws {RangeError} if there is no moment or no filter, or their numbers differ
 */
export function filterMaps(moments: readonly FilterMoment[]): Figure {
  const count = moments[0]?.filters.length ?? 0;
  if (count === 0) throw new RangeError("Cannot draw filters: found none, wanted one");
  const odd = moments.find(({ filters, maps }) =>
    filters.length !== count || maps.length !== count
  );
  if (odd !== undefined) {
    throw new RangeError(
      `Cannot draw filters ${odd.label}: found ${odd.filters.length} filters and ` +
        `${odd.maps.length} maps, wanted ${count} of each`,
    );
  }
  const rows = moments.flatMap(({ label, filters, maps }) => [
    { label: `<b>${label}</b><br>filters`, pictures: filters.slice(0, most) },
    { label: "feature maps", pictures: maps.slice(0, most) },
  ]);
  const width = theme.width - 2 * theme.padding;
  const height = rows.length * (side + rowGap);
  const drawn = rows.flatMap(({ pictures }, row) =>
    pictures.map((picture, column) => {
      const image = fitImage(greyOf(picture), { width: side, height: side });
      const x = labelRoom + column * (side + gap) + (side - image.width) / 2;
      return { image, x, y: row * (side + rowGap) + (side - image.height) / 2 };
    })
  );
  return {
    data: [{
      type: "scatter",
      mode: "text",
      x: rows.map(() => 0),
      y: rows.map((_, row) => row * (side + rowGap) + side / 2),
      text: rows.map(({ label }) => label),
      textposition: "middle right",
      cliponaxis: false,
      hoverinfo: "skip",
    }],
    layout: {
      ...baseLayout({
        title: titleOf(moments),
        subtitle: "Dark is positive, white negative; grey is zero. Each picture has its own scale",
        plotHeight: height,
        margin: { left: theme.padding, right: theme.padding, bottom: 12 },
      }),
      ...pixelAxes(width, height),
      images: drawn.map(({ image, x, y }) => ({
        source: image.source,
        xref: "x",
        yref: "y",
        ...{ x, y, sizex: image.width, sizey: image.height },
        sizing: "stretch",
        layer: "below",
      })),
      shapes: drawn.map(({ image, x, y }) => ({
        type: "rect",
        ...{ x0: x, x1: x + image.width, y0: y, y1: y + image.height },
        line: { color: theme.faint, width: 1 },
      })),
    },
  };
}

function titleOf(moments: readonly FilterMoment[]): string {
  const [first, last] = [moments[0], moments[moments.length - 1]];
  if (first === last) return `What ${first.filters.length} filters answer to one digit`;
  const turns = first.filters.map((filter, i) => angle(filter.values, last.filters[i].values));
  const farthest = turns.indexOf(Math.max(...turns));
  return `Training turned filter ${farthest + 1} farthest, by ${turns[farthest].toFixed(0)}°`;
}

/** Between the directions of two lists of numbers, 0 to 180 degrees; 0 where one is all zero. */
function angle(a: Float32Array, b: Float32Array): number {
  const [dot, aa, bb] = [[a, b], [a, a], [b, b]].map(([one, other]) =>
    one.reduce((sum, value, i) => sum + value * other[i], 0)
  );
  if (aa === 0 || bb === 0) return 0;
  return Math.acos(Math.min(1, Math.max(-1, dot / Math.sqrt(aa * bb)))) * 180 / Math.PI;
}

function greyOf({ width, height, values }: SignedPicture): LightImage {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const grey = Uint8Array.from(values, (value) => Math.round(127.5 * (1 - value / largest)));
  return lightImage(width, height, grey);
}
