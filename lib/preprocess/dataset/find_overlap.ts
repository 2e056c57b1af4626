import { type Dataset, imageAt } from "../../download/dataset.ts";
import { pixelsPerImage } from "../../image/digit_size.ts";

/** Finds images that two data sets have in common, pixel for pixel.
 *
 * An image that is in the training and the test set is known already, so the score on it says
 * nothing. Labels are not compared.
 *
 * @returns `[index in a, index in b]` of each pair of identical images, ascending
 *
 * @example
 * ```ts
 * import { findOverlap } from "@lib/preprocess/dataset/find_overlap.ts";
 * const one = { images: new Uint8Array(784), labels: new Uint8Array([0]), size: 1 };
 * if (findOverlap(one, one).length !== 1) throw new Error();
 * ```
 */
export function findOverlap(a: Dataset, b: Dataset): [number, number][] {
  const byHash = new Map<number, number[]>();
  for (let i = 0; i < b.size; i++) {
    const hash = hashOf(b.images, i * pixelsPerImage);
    const indices = byHash.get(hash);
    if (indices === undefined) byHash.set(hash, [i]);
    else indices.push(i);
  }
  const pairs: [number, number][] = [];
  for (let i = 0; i < a.size; i++) {
    for (const other of byHash.get(hashOf(a.images, i * pixelsPerImage)) ?? []) {
      if (isSame(imageAt(a, i), imageAt(b, other))) pairs.push([i, other]);
    }
  }
  return pairs;
}

/** FNV-1a of the image that starts at byte `start`
 * ([reference](http://www.isthe.com/chongo/tech/comp/fnv/)). */
function hashOf(images: Uint8Array, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + pixelsPerImage; i++) {
    hash = Math.imul(hash ^ images[i], 0x01000193);
  }
  return hash;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  for (let i = 0; i < pixelsPerImage; i++) {
    if (left[i] !== right[i]) return false;
  }
  return true;
}
