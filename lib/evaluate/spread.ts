/** How far values lie apart.
 *
 * @module
 */

import { mean } from "../base/statistics.ts";

/** Several measurements of the same thing. */
export interface Spread {
  /** Their mean. */
  readonly mean: number;
  /** Their standard deviation, that of a sample: divided by one less than there are; NaN of a single one. */
  readonly deviation: number;
  /** The least of them. */
  readonly lowest: number;
  /** The greatest. */
  readonly highest: number;
}

/** Mean and standard deviation of some measurements, such as a score over several seeds.
 *
 * @throws {RangeError} if there is none
 *
 * @example
 * ```ts
 * import { spread } from "@lib/evaluate/spread.ts";
 * import { deepStrictEqual } from "node:assert";
 * deepStrictEqual(spread([1, 2, 3]), { mean: 2, deviation: 1, lowest: 1, highest: 3 });
 * ```
 */
export function spread(values: readonly number[]): Spread {
  const middle = mean(values);
  const squares = values.reduce((total, value) => total + (value - middle) ** 2, 0);
  return {
    mean: middle,
    deviation: Math.sqrt(squares / (values.length - 1)),
    lowest: Math.min(...values),
    highest: Math.max(...values),
  };
}
