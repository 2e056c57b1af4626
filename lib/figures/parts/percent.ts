/** A share in per cent: `percent(0.9912)` is "99.1 %". Only nothing is "0.0 %" and only all is
 * "100.0 %": what would be rounded to them is "< 0.1 %" or "> 99.9 %".
 *
 * @param share 0 to 1
 * @param decimals digits after the point
 */
export function percent(share: number, decimals = 1): string {
  const least = 10 ** -decimals;
  const text = (100 * share).toFixed(decimals);
  if (share > 0 && Number(text) === 0) return `<\u00a0${least.toFixed(decimals)}\u00a0%`;
  if (share < 1 && Number(text) === 100) return `>\u00a0${(100 - least).toFixed(decimals)}\u00a0%`;
  return `${text}\u00a0%`;
}
