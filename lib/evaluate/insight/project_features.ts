/** Features of images as places on a map.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";
import type { Features } from "../../model/penultimate.ts";

/** Lays images out in a plane so that those with like features lie together: UMAP
 * ([McInnes, Healy and Melville, 2018](https://arxiv.org/abs/1802.03426)), by its authors' settings but for how
 * close images may come. Who lies beside whom means something; distances between groups, and their sizes, mean little.
 *
 * @param features of at least 16 images
 * @param rng decides where the search begins
 * @returns a place for each image
 * @throws {RangeError} if there are fewer images
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { projectFeatures } from "@lib/evaluate/insight/project_features.ts";
 * import { strictEqual } from "node:assert";
 * const rng = rngFromSeed(1);
 * const values = Float32Array.from({ length: 20 * 3 }, () => rng.uniform());
 * strictEqual((await projectFeatures({ values, width: 3 }, rng)).length, 20);
 * ```
 */
export async function projectFeatures(
  { values, width }: Features,
  rng: Rng,
): Promise<(readonly [x: number, y: number])[]> {
  const count = values.length / width;
  if (count <= neighbours) {
    throw new RangeError(`Cannot map ${count} images: wanted more than ${neighbours}`);
  }
  // Only who draws a map loads what draws it.
  const { UMAP } = await import("umap-js");
  const rows = Array.from({ length: count }, (_, i) => {
    return Array.from(values.subarray(i * width, (i + 1) * width));
  });
  const umap = new UMAP({ nNeighbors: neighbours, minDist: closest, random: () => rng.uniform() });
  return umap.fit(rows).map(([x, y]) => [x, y]);
}

/** Images that each is to lie beside: UMAP's default. Fewer show finer groups, more their whole. */
const neighbours = 15;

/** How close images come at least, where the map's islands lie some ten apart. By UMAP's default, 0.1, a hundred
 * images of a digit lie on top of each other; with this, as many lie beside one of their own digit (980 of 1,000
 * MNIST test images), on islands twice as large. */
const closest = 0.9;
