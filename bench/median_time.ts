import { median } from "@lib/base/statistics.ts";

/** Milliseconds of one step, after some that warm up; of the steps, the median.
 *
 * @param options.seconds after which no further step begins, for what may take seconds a step. Where none but
 *   those that warm up were taken, only the first of them does so; a single step is the time.
 */
export async function medianTime(
  step: () => unknown,
  { steps = 15, warmUps = 5, seconds = Infinity } = {},
): Promise<number> {
  const end = performance.now() + 1000 * seconds;
  const times: number[] = [];
  for (let i = 0; i < warmUps + steps; i++) {
    const start = performance.now();
    if (times.length > 0 && start >= end) break;
    await step();
    times.push(performance.now() - start);
  }
  const cold = times.length > warmUps ? warmUps : Math.min(1, times.length - 1);
  return median(times.slice(cold));
}
