import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type Graded, graded } from "@lib/evaluate/corruptions/graded.ts";

const rng = rngFromSeed(3);

/** A stroke three pixels wide, off the middle. */
const bar = Float32Array.from(
  { length: 784 },
  (_, at) => at % 28 >= 14 && at % 28 < 17 && at >= 28 * 8 && at < 28 * 20 ? 1 : 0,
);
const ink = (image: Float32Array): number => image.reduce((sum, level) => sum + level, 0);
const centre = (image: Float32Array): [number, number] => {
  const along = (of: (at: number) => number): number =>
    image.reduce((sum, level, at) => sum + level * of(at), 0) / ink(image);
  return [along((at) => at % 28), along((at) => Math.floor(at / 28))];
};

Deno.test("every disturbance leaves the image as it is at one of its amounts", () => {
  for (const [name, { amounts, disturb }] of Object.entries<Graded>(graded)) {
    const none = name === "scale" ? 1 : 0;
    assert(amounts.includes(none), name);
    assertEquals(amounts, amounts.toSorted((a, b) => a - b), name);
    const left = disturb(bar, none, rng);
    bar.forEach((level, at) => assertAlmostEquals(left[at], level, 1e-6, `${name} ${at}`));
  }
});

Deno.test("shift moves by its amount, in directions of chance", () => {
  const directions = [0, 1, 2].map((i) => {
    const [x, y] = centre(graded.shift.disturb(bar, 5, rng.fork(i)));
    const [x0, y0] = centre(bar);
    assertAlmostEquals(Math.hypot(x - x0, y - y0), 5, 0.05);
    return Math.atan2(y - y0, x - x0);
  });
  assertEquals(new Set(directions.map((angle) => angle.toFixed(2))).size, 3);
});

Deno.test("rotation is clockwise, scale about the middle", () => {
  const [x, y] = centre(graded.rotation.disturb(bar, 40, rng));
  const [x0, y0] = centre(bar);
  // Right of the middle and as high: clockwise, it moves down.
  assert(y > y0 + 0.5 && x < x0, `${x} ${y}`);
  assertAlmostEquals(ink(graded.scale.disturb(bar, 0.5, rng)), ink(bar) / 4, 4);
});

Deno.test("noise has the deviation, thickness adds and takes ink, occlusion covers a square", () => {
  const blank = new Float32Array(784);
  const levels = graded.noise.disturb(blank, 0.3, rng);
  assertAlmostEquals(
    Math.sqrt(levels.reduce((sum, level) => sum + level ** 2, 0) / 784),
    0.3,
    0.03,
  );
  const inks = graded.thickness.amounts.map((amount) => {
    const drawn = graded.thickness.disturb(bar, amount, rng);
    assertEquals(drawn.length, 784);
    return ink(drawn);
  });
  assertEquals(inks, inks.toSorted((a, b) => a - b));
  assert(inks[0] < ink(bar) && inks.at(-1)! > 1.5 * ink(bar));
  const covered = graded.occlusion.disturb(new Float32Array(784).fill(1), 16, rng);
  assertEquals(784 - ink(covered), 256);
});
