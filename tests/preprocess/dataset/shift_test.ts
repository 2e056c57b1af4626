import fc from "fast-check";
import { assertEquals, assertThrows } from "../../support/assert.ts";
import { shift } from "@lib/preprocess/dataset/shift.ts";

/** Every pixel another value, none of them 0. */
const image = Float32Array.from({ length: 784 }, (_, i) => (i + 1) / 784);

Deno.test("shift() moves every pixel by exactly the distance, and lets in paper", () => {
  const distance = fc.integer({ min: -27, max: 27 });
  fc.assert(fc.property(distance, distance, (right, down) => {
    const expected = new Float32Array(784);
    for (let y = 0; y < 28; y++) {
      for (let x = 0; x < 28; x++) {
        const isInside = x + right >= 0 && x + right < 28 && y + down >= 0 && y + down < 28;
        if (isInside) expected[(y + down) * 28 + x + right] = image[y * 28 + x];
      }
    }
    // Old content of the target must not shine through.
    assertEquals(shift(image, { right, down }, new Float32Array(784).fill(9)), expected);
  }));
});

Deno.test("shift() refuses what is no whole distance inside the frame", () => {
  for (const distance of [0.5, 28, -28, NaN]) {
    assertThrows(
      () => shift(image, { right: 0, down: distance }),
      RangeError,
      `Cannot shift an image by ${distance} pixels`,
    );
  }
});
