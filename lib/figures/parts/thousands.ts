/** A whole number in groups of three digits: `thousands(60000)` is "60,000". */
export function thousands(count: number): string {
  return count.toLocaleString("en-GB", { maximumFractionDigits: 0 });
}
