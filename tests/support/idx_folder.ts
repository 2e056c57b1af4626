import { join } from "node:path";
import type { Dataset } from "@lib/download/dataset.ts";
import type { Mnist } from "@lib/download/load_mnist.ts";
import { mnistFiles } from "@lib/download/mnist_files.ts";
import { encodeIdx } from "./encode_idx.ts";

/** Writes data sets to a folder as the four files that MNIST is published as. */
export async function writeIdxFolder(
  folder: string,
  { train, test }: Omit<Mnist, "source">,
): Promise<void> {
  const write = async (file: string, shape: number[], data: Uint8Array): Promise<void> =>
    await Deno.writeFile(join(folder, file), encodeIdx({ shape, data }));
  const images = ({ size }: Dataset): number[] => [size, 28, 28];
  await write(mnistFiles.trainImages.name, images(train), train.images);
  await write(mnistFiles.trainLabels.name, [train.size], train.labels);
  await write(mnistFiles.testImages.name, images(test), test.images);
  await write(mnistFiles.testLabels.name, [test.size], test.labels);
}
