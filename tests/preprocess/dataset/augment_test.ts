import { assert, assertEquals, assertNotEquals, assertThrows } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { augment, type Augmentation, wholeShifts } from "@lib/preprocess/dataset/augment.ts";
import { shift } from "@lib/preprocess/dataset/shift.ts";
import { warp } from "@lib/preprocess/dataset/warp.ts";

const none: Augmentation = { shift: 0, rotation: 0, scale: 0 };

/** One bright pixel in the middle of each image. */
function dots(size: number): Float32Array {
  const pixels = new Float32Array(size * 784);
  for (let i = 0; i < size; i++) pixels[i * 784 + 14 * 28 + 14] = 1;
  return pixels;
}

/** `[right, down]` that the dot of each image went. */
function moves(pixels: Float32Array): [number, number][] {
  return Array.from({ length: pixels.length / 784 }, (_, i) => {
    const at = pixels.subarray(i * 784, (i + 1) * 784).indexOf(1);
    return [at % 28 - 14, Math.floor(at / 28) - 14];
  });
}

Deno.test("augment() gives an equal copy where all limits are zero", () => {
  const pixels = Float32Array.from({ length: 2 * 784 }, (_, i) => i / 1568);
  const copy = augment(pixels, rngFromSeed(1), none);
  assertEquals(copy, pixels);
  assert(copy.buffer !== pixels.buffer);
});

Deno.test("augment() draws every whole shift within the limit equally often", () => {
  const found = moves(augment(dots(5000), rngFromSeed(2), { ...none, shift: 2 }));
  const counts = new Map<string, number>();
  for (const move of found) counts.set(`${move}`, (counts.get(`${move}`) ?? 0) + 1);
  assertEquals(counts.size, 25);
  assert(found.every(([right, down]) => Math.abs(right) <= 2 && Math.abs(down) <= 2));
  for (const count of counts.values()) assert(count > 140 && count < 260, `${count}`);
});

Deno.test("augment() moves the images of a group alike", () => {
  const found = moves(augment(dots(20), rngFromSeed(3), { ...none, shift: 9, group: 8 }));
  const groups = [found.slice(0, 8), found.slice(8, 16), found.slice(16)];
  for (const group of groups) assertEquals(new Set(group.map(String)).size, 1);
  assertEquals(new Set(found.map(String)).size, 3);
});

Deno.test("augment() applies to each image the shift or the warp that its draws stand for", () => {
  const image = Float32Array.from({ length: 784 }, (_, i) => (i * 37 % 256) / 255);
  const draws = rngFromSeed(4).fork(0);
  const move = { right: draws.integer(7) - 3, down: draws.integer(7) - 3 };
  assertEquals(augment(image, rngFromSeed(4), { ...none, shift: 3 }), shift(image, move));

  const same = rngFromSeed(4).fork(0);
  const change = {
    right: same.between(-3, 3),
    down: same.between(-3, 3),
    rotation: same.between(-15, 15),
    scale: same.between(0.9, 1.1),
    shear: same.between(-0.2, 0.2),
  };
  const limits = { shift: 3, rotation: 15, scale: 0.1, shear: 0.2 };
  assertEquals(augment(image, rngFromSeed(4), limits), warp(image, change));
});

Deno.test("augment() depends on the seed alone and leaves its input as it was", () => {
  const limits = { shift: 2, rotation: 15, scale: 0.1, shear: 0.1 };
  const pixels = dots(3);
  const varied = augment(pixels, rngFromSeed(5), limits);
  assertEquals(varied, augment(pixels, rngFromSeed(5), limits));
  assertNotEquals(varied, augment(pixels, rngFromSeed(6), limits));
  assertNotEquals(varied.slice(0, 784), varied.slice(784, 1568));
  assertEquals(pixels, dots(3));
});

Deno.test("augment() varies an image alike, together with whichever others", () => {
  const pixels = dots(20);
  const part = (from: number, to: number): Float32Array => pixels.subarray(784 * from, 784 * to);
  for (const limits of [{ ...none, shift: 9, group: 8 }, { ...none, shift: 2, rotation: 9 }]) {
    const whole = augment(pixels, rngFromSeed(6), limits);
    for (const [from, to] of [[0, 3], [3, 4], [4, 17], [17, 20]]) {
      const varied = augment(part(from, to), rngFromSeed(6), limits, { first: from });
      assertEquals(varied, whole.slice(784 * from, 784 * to));
    }
  }
});

Deno.test("wholeShifts() tells how augment() moves, and nothing where it does more", () => {
  const limits = { ...none, shift: 9, group: 3 };
  const shifts = wholeShifts(20, rngFromSeed(7), limits, { first: 5 })!;
  assertEquals(moves(augment(dots(20), rngFromSeed(7), limits, { first: 5 })).flat(), [...shifts]);
  assertEquals(wholeShifts(2, rngFromSeed(7), none), new Int8Array(4));
  assertEquals(wholeShifts(2, rngFromSeed(7), { ...limits, shear: 0.1 }), undefined);
  assertThrows(() => wholeShifts(2, rngFromSeed(7), { ...none, shift: 0.5 }), RangeError, "0.5");
});

Deno.test("augment() keeps grey values within 0…1", () => {
  const pixels = new Float32Array(50 * 784).fill(1);
  const limits = { shift: 5, rotation: 180, scale: 0.5, shear: 0.5 };
  const varied = augment(pixels, rngFromSeed(7), limits);
  assert(varied.every((value) => value >= 0 && value <= 1 + 1e-6));
});

Deno.test("augment() refuses limits out of range and pixels that are no whole images", () => {
  const table: [Partial<Augmentation>, string][] = [
    [{ shift: -1 }, "Cannot augment with a shift of -1: must be 0 to 27"],
    [{ shift: 1.5 }, "Cannot augment with a shift of 1.5: must be an integer"],
    [{ rotation: 181 }, "Cannot augment with a rotation of 181: must be 0 to 180"],
    [{ scale: 1 }, "Cannot augment with a scale of 1: must be 0 to 0.9"],
    [{ shear: NaN }, "Cannot augment with a shear of NaN"],
    [{ group: 0 }, "Cannot augment groups of 0 images: must be a positive integer"],
  ];
  for (const [limits, message] of table) {
    const call = (): unknown => augment(dots(1), rngFromSeed(8), { ...none, ...limits });
    assertThrows(call, RangeError, message);
  }
  assertEquals(augment(dots(1), rngFromSeed(8), { ...none, shift: 1.5, rotation: 1 }).length, 784);
  assertThrows(
    () => augment(new Float32Array(785), rngFromSeed(8), none),
    TypeError,
    "found 785 pixels, wanted a multiple of 784",
  );
});

Deno.test("augment() disturbs as large a share as asked for, after it has moved them", () => {
  const pixels = Float32Array.from({ length: 400 * 784 }, (_, i) => (i * 37 % 256) / 255);
  const plain = augment(pixels, rngFromSeed(6), { ...none, shift: 1, rotation: 5 });
  const some = augment(pixels, rngFromSeed(6), { ...none, shift: 1, rotation: 5, disturbed: 0.25 });
  const isChanged = (i: number): boolean => {
    const image = (all: Float32Array): Float32Array => all.subarray(i * 784, (i + 1) * 784);
    return image(some).some((level, at) => level !== image(plain)[at]);
  };
  const changed = Array.from({ length: 400 }, (_, i) => i).filter(isChanged);
  assert(
    Math.abs(changed.length / 400 - 0.25) < 4 * Math.sqrt(0.25 * 0.75 / 400),
    `${changed.length}`,
  );
  assert(some.every((level) => level >= 0 && level <= 1));
  assertEquals(wholeShifts(5, rngFromSeed(1), { ...none, shift: 1, disturbed: 0.1 }), undefined);
  const parts = augment(pixels.subarray(10 * 784), rngFromSeed(6), {
    ...none,
    shift: 1,
    rotation: 5,
    disturbed: 0.25,
  }, { first: 10 });
  assertEquals(parts, some.slice(10 * 784));
});
