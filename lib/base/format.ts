/** How numbers are written in texts: the same in terminals, tables, pages and figures.
 *
 * @module
 */

/** A share in per cent, `99.1 %`. Only nothing is written as `0.0 %` and only all as `100.0 %`: what
 * would be rounded to them is `< 0.1 %` or `> 99.9 %`, so that one mistake in 10,000 does not vanish.
 *
 * @param share 0 to 1; above 1 it is written as it is
 * @param decimals digits after the point
 *
 * @example
 * ```ts
 * import { percent } from "@lib/base/format.ts";
 * import { deepStrictEqual } from "node:assert";
 * const shares = [0, 0.00004, 0.9918, 0.99996, 1];
 * const texts = ["0.00 %", "< 0.01 %", "99.18 %", "> 99.99 %", "100.00 %"];
 * deepStrictEqual(shares.map((share) => percent(share, 2)), texts);
 * ```
 */
export function percent(share: number, decimals = 1): string {
  const least = 10 ** -decimals;
  const text = (100 * share).toFixed(decimals);
  if (share > 0 && Number(text) === 0) return `< ${least.toFixed(decimals)} %`;
  if (share < 1 && Number(text) === 100) return `> ${(100 - least).toFixed(decimals)} %`;
  return `${text} %`;
}

/** A number without its decimals, in groups of three digits: `60,000`.
 *
 * @example
 * ```ts
 * import { thousands } from "@lib/base/format.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(`MNIST holds ${thousands(70_000)} images`, "MNIST holds 70,000 images");
 * ```
 */
export function thousands(number: number): string {
  return whole.format(number);
}

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
