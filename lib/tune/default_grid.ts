import type { grid } from "./grid.ts";

/** The values that the grid of `deno task tune` tries unless told otherwise. The learning rates stand a
 * factor of five apart, wide enough that the best one is likely to lie within.
 *
 * @example
 * ```ts
 * import { defaultGrid } from "@lib/tune/default_grid.ts";
 * import { grid } from "@lib/tune/grid.ts";
 * const longer = grid({ ...defaultGrid, epochs: [4] });
 * if (longer.length !== 6) throw new Error(`${longer.length}`);
 * ```
 */
export const defaultGrid = {
  learningRate: [0.04, 0.2, 1],
  batchSize: [32, 128],
  epochs: [1, 2],
} as const satisfies Parameters<typeof grid>[0];
