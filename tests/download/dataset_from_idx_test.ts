import { assert, assertEquals, assertThrows } from "../support/assert.ts";
import { datasetFromIdx } from "@lib/download/dataset_from_idx.ts";
import { encodeIdx } from "../support/encode_idx.ts";

function file(name: string, shape: number[], fill = 0): { name: string; bytes: Uint8Array } {
  const elements = shape.reduce((a, b) => a * b, 1);
  return { name, bytes: encodeIdx({ shape, data: new Uint8Array(elements).fill(fill) }) };
}

const images = file("some-images", [2, 28, 28], 7);
const labels = file("some-labels", [2], 3);

Deno.test("datasetFromIdx() pairs images and labels without copying them", () => {
  const dataset = datasetFromIdx(images, labels);
  assertEquals(dataset.size, 2);
  assertEquals(dataset.labels, new Uint8Array([3, 3]));
  assertEquals(dataset.images, new Uint8Array(2 * 784).fill(7));
  assert(dataset.images.buffer === images.bytes.buffer);
});

Deno.test("datasetFromIdx() says what does not fit", () => {
  const table: [typeof images, typeof labels, typeof TypeError | typeof RangeError, string][] = [
    [labels, images, TypeError, "found labels (1 dimension), wanted images (3 dimensions); are"],
    [images, images, TypeError, "found images (3 dimensions), wanted labels (1 dimension); are"],
    [file("flat", [2, 784]), labels, TypeError, "found an array (2 dimensions), wanted images"],
    [file("big", [2, 32, 32]), labels, TypeError, "found images of 32 × 32 pixels"],
    [file("none", [0, 28, 28]), file("no-labels", [0]), RangeError, "found 0 images"],
    [images, file("three", [3]), RangeError, "found 2 images and 3 labels"],
    [images, file("letters", [2], 10), RangeError, "letters: found label 10 at index 0"],
    [{ name: "void", bytes: new Uint8Array() }, labels, RangeError, "void: found an empty file"],
  ];
  for (const [first, second, errorClass, message] of table) {
    assertThrows(() => datasetFromIdx(first, second), errorClass, message);
  }
});
