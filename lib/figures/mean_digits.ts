/** A figure of the mean image of each digit.
 *
 * @module
 */

import { thousands } from "../base/format.ts";
import { digitGallery } from "./digit_gallery.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";

/** Bytes of an MNIST image: 28 × 28. */
const size = 784;

/** The mean image of each class, and which class varies least and most.
 *
 * How much a class varies is the mean of p (1 − p) over its ink, where p is the mean darkness of a
 * pixel, 0 to 1: 0 where all images agree, up to 1 where they share no pixel.
 *
 * @param dataset images `[n × 784]`, 0 is paper, 255 is ink, and labels `[n]`, 0 to 9
 * @throws {RangeError} if the images do not fit the labels, or a label is above 9
 */
export function meanDigits(
  dataset: { readonly images: Uint8Array; readonly labels: Uint8Array },
): Figure {
  const { images, labels } = dataset;
  if (images.length !== labels.length * size) {
    throw new RangeError(
      `Cannot average the images of ${labels.length} labels: found ${images.length} bytes, ` +
        `wanted ${labels.length * size}`,
    );
  }
  const sums = Array.from({ length: 10 }, () => new Float64Array(size));
  const counts = new Array<number>(10).fill(0);
  labels.forEach((label, index) => {
    if (label > 9) {
      throw new RangeError(`Cannot average label ${label} at index ${index}: must be 0 to 9`);
    }
    const sum = sums[label];
    for (let i = 0; i < size; i++) sum[i] += images[index * size + i];
    counts[label]++;
  });
  const means = sums.map((sum, digit) => sum.map((value) => value / Math.max(1, counts[digit])));
  const order = means.map((mean, digit) => ({ digit, spread: spreadOf(mean) }))
    .filter(({ digit }) => counts[digit] > 0).sort((a, b) => a.spread - b.spread);
  return digitGallery(
    means.map((mean, digit) => ({
      pixels: mean.map(Math.round),
      caption: `<b>${digit}</b><br>${thousands(counts[digit])}`,
      highlight: order.length > 1 &&
        (digit === order[0].digit || digit === order[order.length - 1].digit),
    })),
    order.length > 1
      ? {
        title: `On average a digit still shows its shape: ${order[0].digit} varies least, ` +
          `${order[order.length - 1].digit} most`,
        subtitle: `Mean image of each class and its number of images; ` +
          `${percent(order[0].spread, 0)} (${order[0].digit}) to ` +
          `${percent(order[order.length - 1].spread, 0)} (${order[order.length - 1].digit}) ` +
          `of the ink is not shared`,
      }
      : { title: "The mean image of each class, and how many images it has" },
  );
}

function spreadOf(mean: Float64Array): number {
  let [ink, blur] = [0, 0];
  for (const value of mean) {
    ink += value / 255;
    blur += value / 255 * (1 - value / 255);
  }
  return ink === 0 ? 0 : blur / ink;
}
