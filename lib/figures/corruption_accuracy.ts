/** A figure of how far readers hold when their images are corrupted.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { thousands } from "../base/format.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { readerColour } from "./parts/reader_colour.ts";

/** An accuracy, 0 to 1, and the ends of its interval. */
export interface AccuracyRange {
  readonly accuracy: number;
  readonly interval: readonly [low: number, high: number];
}

/** What one reader reads. */
export interface CorruptedReader {
  /** As the legend has it: "handwriting model". */
  readonly name: string;
  /** Of the images as they are. */
  readonly clean: AccuracyRange;
  /** Of those that were corrupted, in the order of the corruptions. */
  readonly corrupted: readonly AccuracyRange[];
}

/** What is drawn of some readers. */
export interface CorruptionPicture {
  /** How many images each accuracy is of. */
  readonly images: number;
  /** The names of the corruptions. */
  readonly corruptions: readonly string[];
  /** The first is the one that the title speaks of. */
  readonly readers: readonly CorruptedReader[];
}

/** Pixels of a row. */
const row = 24;

/** The accuracy of readers on images as they are and in each way of corruption, as dots with their intervals: one
 * row a corruption, from the one that the first reader reads best.
 *
 * @throws {RangeError} if there is no corruption or no reader, or a reader has not one accuracy for each
 *
 * @example
 * ```ts
 * import { corruptionAccuracy } from "@lib/figures/corruption_accuracy.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const [good, bad] = [0.9, 0.4].map((accuracy) => {
 *   return { accuracy, interval: [accuracy - 0.1, accuracy + 0.1] as const };
 * });
 * const readers = [{ name: "network", clean: good, corrupted: [good, bad] }];
 * const figure = corruptionAccuracy({ images: 100, corruptions: ["blur", "fog"], readers });
 * match(figureTitle(figure), /^Fog is the worst .* network: 40.0.% are left of 90.0.%$/);
 * ```
 */
export function corruptionAccuracy({ images, corruptions, readers }: CorruptionPicture): Figure {
  if (corruptions.length === 0 || readers.length === 0) {
    throw new RangeError(
      `Cannot draw corruptions: found ${corruptions.length} of them and ${readers.length} readers, ` +
        "wanted at least one of each",
    );
  }
  for (const { name, corrupted } of readers) {
    if (corrupted.length === corruptions.length) continue;
    throw new RangeError(
      `Cannot draw corruptions: found ${corrupted.length} accuracies of "${name}", wanted one for ` +
        `each of ${corruptions.length}`,
    );
  }
  const [first] = readers;
  const legend = legendAbove();
  const order = [...corruptions.keys()].sort((a, b) =>
    first.corrupted[b].accuracy - first.corrupted[a].accuracy
  );
  const names = ["as they are", ...order.map((i) => corruptions[i])];
  const worst = order[order.length - 1];
  return {
    data: readers.map((reader, index) =>
      dots(reader, {
        names,
        ranges: [reader.clean, ...order.map((i) => reader.corrupted[i])],
        colour: readerColour(index),
        symbol: symbols[index % symbols.length],
      })
    ).reverse(), // the first is drawn last, over the others
    layout: {
      ...baseLayout({
        title: `${capital(corruptions[worst])} is the worst for the ${first.name}: ` +
          `${percent(first.corrupted[worst].accuracy)} are left of ${
            percent(first.clean.accuracy)
          }`,
        subtitle:
          `Accuracy on ${thousands(images)} test images, corrupted in the ways of MNIST-C; ` +
          "the bars are 95\u00a0% intervals",
        plotHeight: names.length * row,
        margin: { top: 26, left: 124 },
      }),
      xaxis: axis("read rightly (%)", { range: [0, 101], nticks: 11, ticks: "outside" }),
      yaxis: axis("", {
        type: "category",
        categoryorder: "array",
        categoryarray: [...names],
        range: [names.length - 0.5, -0.5],
        ticks: "",
      }),
      ...legend,
      legend: { ...legend.legend, traceorder: "reversed" },
    },
  };
}

const symbols = ["circle", "diamond", "line-ns-open"] as const;

function dots(
  { name }: CorruptedReader,
  { names, ranges, colour, symbol }: {
    readonly names: readonly string[];
    readonly ranges: readonly AccuracyRange[];
    readonly colour: string;
    readonly symbol: string;
  },
): Partial<Data> {
  const inPercent = ranges.map(({ accuracy }) => 100 * accuracy);
  return {
    type: "scatter",
    mode: "markers",
    name,
    x: inPercent,
    y: [...names],
    marker: { color: colour, size: 9, symbol, line: { color: colour, width: 1 } },
    error_x: {
      type: "data",
      symmetric: false,
      array: ranges.map(({ interval: [, high] }, i) => 100 * high - inPercent[i]),
      arrayminus: ranges.map(({ interval: [low] }, i) => inPercent[i] - 100 * low),
      ...{ color: colour, thickness: 1.5, width: 0 },
    },
    hovertemplate: `%{y}: %{x:.1f} %<extra>${name}</extra>`,
    cliponaxis: false,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
