import type { meanInterval } from "../mean_interval.ts";

/** A difference of shares in percentage points, with the half of its 95 % interval where there is one:
 * `+0.12 ± 0.05`.
 *
 * @param places behind the point */
export function pointsText(
  { mean, half }: ReturnType<typeof meanInterval>,
  places = 2,
): string {
  const points = `${mean < 0 ? "−" : "+"}${(100 * Math.abs(mean)).toFixed(places)}`;
  return half === undefined ? points : `${points} ± ${(100 * half).toFixed(places)}`;
}
