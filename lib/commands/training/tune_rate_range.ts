import type { Profile } from "../../base/profile.ts";
import type { TrainingData } from "../../train/training_data.ts";
import { type RangeTest, rangeTest } from "../../tune/rate_range.ts";
import { terminalProgress } from "../cli/progress.ts";

/** A learning rate range test with progress on stderr. */
export async function tuneRangeTest(
  data: TrainingData,
  { profile, signal }: { readonly profile: Profile; readonly signal: AbortSignal },
): Promise<RangeTest> {
  const { result } = await terminalProgress().run("range test", (update) =>
    rangeTest(data, {
      ...{ profile, signal },
      onStep: (share, rate) => update(share, `learning rate ${rate.toPrecision(3)}`),
    }));
  return result;
}

/** A range test in words: some of its rates, and what it suggests. */
export function rangeTestText({ rates, smoothed, ...found }: RangeTest): string {
  const every = Math.max(1, Math.floor(rates.length / 20));
  const { steepest, diverged, suggested, rule } = found;
  return [
    "learning rate  loss (smoothed)",
    ...rates.flatMap((rate, step) =>
      step % every === 0
        ? [`${rate.toPrecision(3).padStart(13)}  ${smoothed[step].toFixed(3)}`]
        : []
    ),
    "",
    `steepest fall: ${steepest.toPrecision(2)}`,
    `diverges at: ${diverged?.toPrecision(2) ?? "none of these rates"}`,
    `suggested: ${suggested.toPrecision(2)}, ` +
    (rule === "tenth"
      ? "a tenth of where it diverges: the schedule reaches its highest rate for a moment only"
      : "where the loss falls most steeply, as it never diverges"),
  ].join("\n");
}
