import { percent } from "@lib/base/format.ts";
import type { Results } from "./read_results.ts";
import type { SummaryLine } from "./summary_lines.ts";

/** What the quick profile reaches, in which time, with how much memory. */
export function quickLines({ quick }: Results): SummaryLine[] {
  const median = quick?.median;
  const { peerTestAccuracy = null, peerSeconds = null, peerPeakMiB = null } = median ?? {};
  const afterImports = median?.peerSecondsAfterImports?.toFixed(1);
  const seconds = median?.secondsToSavedModel;
  return [
    {
      isHeadline: true,
      what: "quick profile, test accuracy",
      ...(quick && {
        here: `mean ${percent(quick.mean, 2)}, lowest ${percent(quick.lowest, 2)} ` +
          `of ${quick.rows.length} seeds`,
        target: `each ≥ ${percent(quick.target.testAccuracy, 2)}`,
      }),
      ...(peerTestAccuracy !== null && { peer: percent(peerTestAccuracy, 2) }),
      by: "bench quick",
    },
    {
      what: "quick profile, process start to saved model, two cores",
      ...(quick && seconds && {
        here: `${seconds.toFixed(1)} s, slowest ${quick.slowest.toFixed(1)} s`,
        target: `≤ ${quick.target.seconds} s, before PyTorch`,
      }),
      ...(seconds && peerSeconds !== null && {
        peer: `${peerSeconds.toFixed(1)} s, after its imports ${afterImports} s`,
        factor: peerSeconds / seconds,
      }),
      by: "bench quick",
    },
    {
      what: "quick profile, peak memory",
      ...(quick && typeof median?.peakMiB === "number" && {
        here: `${median.peakMiB} MiB`,
        target: `≤ ${quick.target.peakMiB} MiB`,
      }),
      ...(peerPeakMiB !== null && { peer: `${peerPeakMiB} MiB` }),
      by: "bench quick",
    },
  ];
}
