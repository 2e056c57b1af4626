/** Random numbers that depend on a seed alone.
 *
 * @module
 */

import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** A stream of random numbers that depends on its seed alone.
 *
 * Every function of the library that needs chance takes an `Rng` from its caller; nothing draws
 * from a hidden global. Make one with {@link rngFromSeed}, then take a {@link Rng.stream} of it for
 * each purpose, so that drawing more numbers for one never shifts the others.
 */
export class Rng {
  readonly #key: number;
  readonly #generator: RandomGenerator;

  /** The stream of a key; {@link rngFromSeed} makes one of a seed.
   *
   * @param key 32 bits */
  constructor(key: number) {
    this.#key = key;
    this.#generator = xoroshiro128plus(key);
  }

  /** A float in [0, 1) with 32 random bits. */
  uniform(): number {
    return (this.#generator.next() >>> 0) / 2 ** 32;
  }

  /** A float in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** An integer from 0 to `bound - 1`.
   * @throws {RangeError} if `bound` is not a positive integer up to 2³² */
  integer(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
      throw new RangeError(`Cannot draw an integer below ${bound}: must be 1 to 2^32`);
    }
    return Math.floor(this.uniform() * bound);
  }

  /** A draw from the standard normal distribution (Box and Muller, 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** The integers 0 to `size - 1` in random order (Fisher and Yates). */
  permutation(size: number): Uint32Array {
    const order = Uint32Array.from({ length: size }, (_, index) => index);
    for (let last = size - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }

  /** The independent stream of that name, for one purpose: `"weights"`. The same stream and name always
   * give the same stream, however many numbers were drawn before and whatever else was asked for. */
  stream(name: string): Rng {
    return new Rng(mix(this.#key ^ mix(hashOf(name) ^ 0x2545f491)));
  }

  /** The independent stream number `index` of this one, for example one for each epoch. */
  fork(index: number): Rng {
    return new Rng(mix(this.#key ^ mix(index + 0x9e3779b9)));
  }
}

/** The stream of random numbers that belongs to a seed.
 *
 * @param seed an integer
 * @throws {RangeError} if the seed is not a safe integer
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { notStrictEqual, strictEqual } from "node:assert";
 * const rng = rngFromSeed(1);
 * const order = rng.stream("order").permutation(60_000);
 * notStrictEqual(rng.stream("weights").uniform(), rng.stream("order").uniform());
 * strictEqual(rng.stream("order").permutation(60_000)[0], order[0]); // the same, again
 * ```
 */
export function rngFromSeed(seed: number): Rng {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`Cannot use ${seed} as a seed: must be an integer`);
  }
  return new Rng(mix(seed | 0) ^ mix(Math.floor(seed / 2 ** 32) + 0x632be5ab));
}

/** FNV-1a of a text's UTF-8 bytes ([reference](http://www.isthe.com/chongo/tech/comp/fnv/)). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

/** Scatters the bits of a 32-bit integer (finaliser of MurmurHash3), so that neighbouring seeds
 * give unrelated streams. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
