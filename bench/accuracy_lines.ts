import { percent } from "@lib/base/format.ts";
import type { LevelSummary } from "./accuracy/level_rows.ts";
import { levels } from "./accuracy/levels.ts";
import { aim } from "./aim.ts";
import type { Results } from "./read_results.ts";
import type { SummaryLine } from "./summary_lines.ts";

/** A line for each accuracy: how long training takes that ends with it. */
export function accuracyLines({ accuracy: measured }: Results): SummaryLine[] {
  return levels.map(({ accuracy, seconds, isLong }) => {
    const result = measured?.levels.find((one) => one.accuracy === accuracy);
    const recipe = result && `, \`${result.recipe}\``;
    return {
      what: `to ${aim(accuracy)} on the test set, process start to saved model, two cores` +
        (recipe ?? ""),
      ...(result && { here: side(result.ours), target: `≤ ${seconds} s, each seed` }),
      ...(result?.theirs && {
        peer: side(result.theirs),
        factor: result.theirs.seconds / result.ours.seconds,
      }),
      by: `bench accuracy${isLong ? ` --level ${aim(accuracy).replace(" %", "")}` : ""}`,
    };
  });
}

function side({ seconds, slowest, mean, reached, seeds }: LevelSummary): string {
  const times = seeds === 1
    ? `${seconds.toFixed(1)} s`
    : `${seconds.toFixed(1)} s, slowest ${slowest.toFixed(1)} s`;
  return `${times}; mean ${percent(mean, 2)}, reached by ${reached} of ${seeds}`;
}
