import { type CorruptedReader, corruptionAccuracy } from "../../figures/corruption_accuracy.ts";
import type { Figure } from "../../figures/parts/figure.ts";
import type { SavedMetrics } from "./metrics_file.ts";

/** The figure of how far the shipped models and the baseline hold on corrupted images, which they were all scored
 * on alike.
 *
 * @param handwriting metrics of the handwriting model
 * @param mnist metrics of the MNIST model
 */
export function shippedCorruptions(handwriting: SavedMetrics, mnist: SavedMetrics): Figure {
  const { images, corruptions } = handwriting.corruptions;
  const reader = (name: string, metrics: SavedMetrics, model: number): CorruptedReader => ({
    name,
    clean: metrics.corruptions.clean[model],
    corrupted: metrics.corruptions.corruptions.map(({ models }) => models[model]),
  });
  return corruptionAccuracy({
    images,
    corruptions: corruptions.map(({ name }) => name),
    readers: [
      reader("handwriting model", handwriting, 0),
      reader("MNIST model", mnist, 0),
      reader("nearest mean image", mnist, 1),
    ],
  });
}
