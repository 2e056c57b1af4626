/** A figure of images laid out by what a network makes of them.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { thousands } from "../base/format.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { imageSheet } from "./parts/image_sheet.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** An image and its place on the map. */
export interface MappedImage {
  readonly place: readonly [x: number, y: number];
  /** The digit that it is. */
  readonly truth: number;
  /** The digit that was read. */
  readonly predicted: number;
  /** `[784]`, 28 rows of 28; 0 is paper, 255 is ink. */
  readonly pixels: ArrayLike<number>;
}

/** Images on a map, each drawn as the digit that it is, those that were read wrongly large and in the accent
 * colour; a page shows the image itself under the pointer. The title tells how many lie beside one of their own.
 *
 * The axes have no unit and are not drawn: only who lies beside whom means something.
 *
 * @param images at least two
 * @throws {RangeError} if there are fewer
 *
 * @example
 * ```ts
 * import { embeddingMap } from "@lib/figures/embedding_map.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const pixels = new Uint8Array(784);
 * const images = [1, 1, 7, 7].map((truth, i) => {
 *   return { place: [truth, i] as const, truth, predicted: 1, pixels };
 * });
 * match(figureTitle(embeddingMap(images)), /^100.% of the images lie beside one of their own digit$/);
 * ```
 */
export function embeddingMap(images: readonly MappedImage[]): Figure {
  if (images.length < 2) {
    throw new RangeError(`Cannot draw a map of ${images.length} images: wanted two or more`);
  }
  const beside = images.filter((image) => nearestTo(image, images).truth === image.truth).length;
  const wrong = images.filter(({ truth, predicted }) => truth !== predicted).length;
  const numbered = images.map((image, index) => ({ ...image, index }));
  return {
    data: [
      signs(numbered.filter(({ truth, predicted }) => truth === predicted), {
        size: 9,
        colourOf: ({ truth }) => shades[truth],
      }),
      signs(numbered.filter(({ truth, predicted }) => truth !== predicted), {
        size: 17,
        colourOf: () => theme.accent,
      }),
    ],
    layout: {
      ...baseLayout({
        title: `${
          percent(beside / images.length, 0)
        } of the images lie beside one of their own digit`,
        subtitle: `${thousands(images.length)} test images, each drawn as its label; large: the ` +
          `${wrong} that are read wrongly. The pointer shows the image`,
        plotHeight: 560,
        margin: { left: theme.padding, bottom: theme.padding },
      }),
      ...{ xaxis: bare, yaxis: bare },
      ...{ meta: { pictures: imageSheet(images.map(({ pixels }) => pixels)) } },
    },
  };
}

const bare = { visible: false, fixedrange: false } as const;

/** Neighbouring digits in unlike colours; the signs themselves tell them apart. */
const shades = Array.from({ length: 10 }, (_, digit) => {
  return [
    theme.categories[0],
    theme.categories[2],
    theme.muted,
    theme.categories[3],
    theme.ink,
  ][digit % 5];
});

type Numbered = MappedImage & { readonly index: number };

function signs(
  images: readonly Numbered[],
  { size, colourOf }: {
    readonly size: number;
    readonly colourOf: (image: Numbered) => string;
  },
): Partial<Data> {
  return {
    type: "scatter",
    mode: "text",
    x: images.map(({ place: [x] }) => x),
    y: images.map(({ place: [, y] }) => y),
    text: images.map(({ truth }) => String(truth)),
    textfont: { size, color: images.map(colourOf) },
    customdata: images.map(({ index }) => index),
    hovertext: images.map(({ truth, predicted }) =>
      truth === predicted ? `${truth}` : `${truth}, read as ${predicted}`
    ),
    hoverinfo: "text",
    cliponaxis: false,
  };
}

function nearestTo(image: MappedImage, images: readonly MappedImage[]): MappedImage {
  const { place: [x, y] } = image;
  let [nearest, least] = [image, Infinity];
  for (const other of images) {
    const distance = (other.place[0] - x) ** 2 + (other.place[1] - y) ** 2;
    if (other !== image && distance < least) [nearest, least] = [other, distance];
  }
  return nearest;
}
