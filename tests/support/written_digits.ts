import type { Dataset } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";

/** The first of MNIST's training images: every digit occurs. */
export const digits: Dataset = firstOf((await loadMnist("package")).train, 200);

function firstOf({ images, labels }: Dataset, size: number): Dataset {
  return { images: images.slice(0, size * 784), labels: labels.slice(0, size), size };
}
