/** A share that is aimed at, in per cent, with no more decimals than it has, up to one: `92 %`, `0.5 %`. */
export function aim(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
