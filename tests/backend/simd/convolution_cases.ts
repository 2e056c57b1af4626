import fc from "fast-check";
import { assert } from "../../support/assert.ts";
import type { Sizes } from "./plain_convolution.ts";

/** The same cases in every run. */
export const seed = 20_241;

/** Sizes of small convolutions, also with one row, one column or one channel. */
export const anySizes: fc.Arbitrary<Sizes> = fc.record({
  n: fc.integer({ min: 1, max: 5 }),
  kh: fc.integer({ min: 1, max: 5 }),
  kw: fc.integer({ min: 1, max: 5 }),
  oh: fc.integer({ min: 1, max: 9 }),
  ow: fc.integer({ min: 1, max: 13 }),
  C: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(12, 16)),
  O: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(12, 16, 24, 28)),
}).map(({ oh, ow, ...rest }) => ({ ...rest, h: oh + rest.kh - 1, w: ow + rest.kw - 1 }));

/** Sizes that Winograd's kernels take. */
export const winogradSizes: fc.Arbitrary<Sizes> = fc.record({
  n: fc.integer({ min: 1, max: 5 }),
  kh: fc.constant(3),
  kw: fc.constant(3),
  h: fc.integer({ min: 3, max: 12 }),
  w: fc.integer({ min: 3, max: 12 }),
  C: fc.constantFrom(4, 8, 12, 16, 20),
  O: fc.constantFrom(4, 8, 12, 20, 24),
});

/** Asserts that float32 arithmetic came to the same, up to its rounding.
 *
 * @param tolerance of the largest number's size */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number = 2e-6,
): void {
  assert(actual.length === expected.length, `length ${actual.length}, not ${expected.length}`);
  const scale = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  for (let i = 0; i < expected.length; i++) {
    const isClose = Math.abs(actual[i] - expected[i]) <= tolerance * scale;
    assert(isClose, `at ${i}: ${actual[i]}, not ${expected[i]}`);
  }
}
