import type { Dataset } from "./dataset.ts";
import { imageSide } from "../image/digit_size.ts";
import { type IdxArray, parseIdx } from "./parse_idx.ts";

/** A file's bytes and the name it has in error messages. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Makes a data set of an IDX file of images and one of labels.
 *
 * @param imageFile `[size, 28, 28]`
 * @param labelFile `[size]`, 0 to 9
 * @returns views of the files' bytes, not copies
 * @throws {TypeError} if a file is not an IDX file, holds the other kind (the two were swapped), or
 * images of another size
 * @throws {RangeError} if a file is empty, truncated or oversized, a label is above 9, there are
 * no images, or not as many of them as labels
 */
export function datasetFromIdx(imageFile: NamedBytes, labelFile: NamedBytes): Dataset {
  const images = parseIdx(imageFile.bytes, imageFile.name);
  const labels = parseIdx(labelFile.bytes, labelFile.name);
  checkKind(images, imageFile.name, 3);
  checkKind(labels, labelFile.name, 1);
  const [size, rows, columns] = images.shape;
  if (rows !== imageSide || columns !== imageSide) {
    throw new TypeError(
      `Cannot read ${imageFile.name}: found images of ${rows} × ${columns} pixels, ` +
        `wanted ${imageSide} × ${imageSide}`,
    );
  }
  if (size === 0) {
    throw new RangeError(`Cannot read ${imageFile.name}: found 0 images, wanted at least 1`);
  }
  if (labels.shape[0] !== size) {
    throw new RangeError(
      `Cannot pair ${imageFile.name} with ${labelFile.name}: found ${size} images and ` +
        `${labels.shape[0]} labels, wanted as many labels as images`,
    );
  }
  const wrong = labels.data.findIndex((label) => label > 9);
  if (wrong >= 0) {
    throw new RangeError(
      `Cannot read ${labelFile.name}: found label ${labels.data[wrong]} at index ${wrong}, ` +
        "wanted 0 to 9",
    );
  }
  return { images: images.data, labels: labels.data, size };
}

/** Images have three dimensions, labels one. */
function checkKind(array: IdxArray, name: string, dimensions: 1 | 3): void {
  const found = array.shape.length;
  if (found === dimensions) return;
  const describe = (count: number): string =>
    `${count === 3 ? "images" : count === 1 ? "labels" : "an array"} ` +
    `(${count} ${count === 1 ? "dimension" : "dimensions"})`;
  const hint = found === 1 || found === 3 ? "; are the two files swapped?" : "";
  throw new TypeError(
    `Cannot read ${name}: found ${describe(found)}, wanted ${describe(dimensions)}${hint}`,
  );
}
