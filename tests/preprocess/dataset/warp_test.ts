import fc from "fast-check";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";
import { shift } from "@lib/preprocess/dataset/shift.ts";
import { warp } from "@lib/preprocess/dataset/warp.ts";

const noise = Float32Array.from(
  { length: 784 },
  (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 24) / 255,
);

/** A blot of ink, its centre `right` and `down` pixels from the image's centre. */
function blot(right: number, down: number): Float32Array {
  return Float32Array.from({ length: 784 }, (_, i) => {
    const distance = Math.hypot(i % 28 - 13.5 - right, Math.floor(i / 28) - 13.5 - down);
    return Math.max(0, 1 - distance / 4);
  });
}

function mass(image: Float32Array): number {
  return image.reduce((a, b) => a + b);
}

/** Centre of mass, from the image's centre. */
function centreOfMass(image: Float32Array): { right: number; down: number } {
  let right = 0;
  let down = 0;
  image.forEach((ink, i) => {
    right += ink * (i % 28 - 13.5);
    down += ink * (Math.floor(i / 28) - 13.5);
  });
  return { right: right / mass(image), down: down / mass(image) };
}

function assertAt(image: Float32Array, right: number, down: number): void {
  const found = centreOfMass(image);
  assertAlmostEquals(found.right, right, 0.05);
  assertAlmostEquals(found.down, down, 0.05);
}

function assertClose(actual: Float32Array, expected: Float32Array, tolerance = 1e-5): void {
  actual.forEach((value, i) => assertAlmostEquals(value, expected[i], tolerance, `pixel ${i}`));
}

Deno.test("warp() leaves an image as it is where nothing is asked for", () => {
  assertEquals(warp(noise, {}), noise);
  assertEquals(warp(new Float32Array(784), { rotation: 30 }), new Float32Array(784));
});

Deno.test("warp() rotates anticlockwise, shears to the right above, scales from the centre", () => {
  assertAt(warp(blot(6, 0), { rotation: 90 }), 0, -6);
  assertAt(warp(blot(6, 0), { rotation: -90 }), 0, 6);
  assertAt(warp(blot(6, 0), { rotation: 30 }), 6 * Math.cos(Math.PI / 6), -3);
  assertAt(warp(blot(0, -6), { shear: 0.5 }), 3, -6);
  assertAt(warp(blot(0, 6), { shear: 0.5 }), -3, 6);
  assertAt(warp(blot(4, -2), { scale: 1.5 }), 6, -3);
  assertAt(warp(blot(1, 2), { right: 2.5, down: -3.25 }), 3.5, -1.25);
});

Deno.test("warp() scales, then shears, then rotates, then shifts", () => {
  // (0, -4) → (0, -6) → (3, -6) → (-6, -3) → (-5, -1)
  const change = { scale: 1.5, shear: 0.5, rotation: 90, right: 1, down: 2 };
  assertAt(warp(blot(0, -4), change), -5, -1);
});

Deno.test("warp() rotates by a quarter turn pixel for pixel", () => {
  const turned = Float32Array.from({ length: 784 }, (_, i) => {
    const x = i % 28;
    const y = Math.floor(i / 28);
    return noise[x * 28 + 27 - y];
  });
  assertClose(warp(noise, { rotation: 90 }), turned);
});

Deno.test("warp() moves by whole pixels as shift() does", () => {
  const distance = fc.integer({ min: -27, max: 27 });
  fc.assert(fc.property(distance, distance, (right, down) => {
    assertEquals(warp(noise, { right, down }), shift(noise, { right, down }));
  }));
});

Deno.test("warp() interpolates between the four neighbours", () => {
  const dot = new Float32Array(784);
  dot[10 * 28 + 10] = 1;
  const moved = warp(dot, { right: 0.25, down: 0.5 });
  const around = [10, 11].flatMap((y) => [moved[y * 28 + 10], moved[y * 28 + 11]]);
  assertEquals(around, [0.375, 0.125, 0.375, 0.125]);
  assertAlmostEquals(mass(moved), 1, 1e-6);
});

Deno.test("warp() interpolates between the edge of the frame and the paper around it", () => {
  const full = new Float32Array(784).fill(1);
  const corners = (image: Float32Array): number[] => [0, 27, 756, 783].map((at) => image[at]);
  assertEquals(corners(warp(full, { right: 0.5 })), [0.5, 1, 0.5, 1]);
  assertEquals(corners(warp(full, { right: -0.5 })), [1, 0.5, 1, 0.5]);
  assertEquals(corners(warp(full, { down: 0.5 })), [0.5, 0.5, 1, 1]);
  assertEquals(corners(warp(full, { right: -0.5, down: -0.5 })), [1, 0.5, 0.5, 0.25]);
});

Deno.test("warp() keeps the mass of the ink but for the change of area", () => {
  const rotation = fc.double({ min: -180, max: 180, noNaN: true });
  const shear = fc.double({ min: -0.4, max: 0.4, noNaN: true });
  const scale = fc.double({ min: 0.8, max: 1.3, noNaN: true });
  fc.assert(fc.property(rotation, shear, scale, (rotation, shear, scale) => {
    const image = blot(2, 1);
    const ratio = mass(warp(image, { rotation, shear, scale })) / mass(image);
    assertAlmostEquals(ratio, scale * scale, 0.02 * scale * scale);
  }));
});

Deno.test("warp() works on the box of ink alone and gives what the whole frame would", () => {
  // The faintest ink in two corners widens the box to the frame.
  const range = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(fc.property(range, range, range, range, (a, b, c, d) => {
    const change = { rotation: 180 * a, shear: b, scale: 1 + 0.4 * c, right: 9 * d, down: -9 * d };
    const boxed = blot(3, -4);
    const framed = boxed.slice();
    framed[0] = framed[783] = 1e-30;
    assertClose(warp(boxed, change), warp(framed, change), 1e-6);
  }));
});

Deno.test("warp() overwrites what was in the target", () => {
  const target = new Float32Array(784).fill(9);
  assert(warp(blot(0, 0), { rotation: 5 }, target) === target);
  assertEquals(target, warp(blot(0, 0), { rotation: 5 }));
});

Deno.test("warp() refuses a scale that is not positive", () => {
  for (const scale of [0, -1, NaN]) {
    assertThrows(() => warp(noise, { scale }), RangeError, `Cannot scale an image by ${scale}`);
  }
});
