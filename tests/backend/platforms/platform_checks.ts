import { kernelChecks } from "./kernel_checks.ts";
import { type Outcome, outcomesOf, type Platform } from "./check.ts";

/** What Node and browsers run of the checks, once bundled: all. */
export function runChecks(platform: Platform): Promise<Outcome[]> {
  return outcomesOf(kernelChecks(platform));
}
