import type { Results } from "../read_results.ts";
import type { SummaryLine } from "../summary_lines.ts";
import { pointsText } from "./points_text.ts";

/** What early stopping is worth to a search, and a search to the quick profile. */
export function tuningLines({ tuning }: Results): SummaryLine[] {
  const asha = tuning?.searches.find(({ way }) => way === "random, ASHA");
  const { seconds, gain, saved, rows } = tuning?.quick ?? {};
  const by = "bench tuning";
  return [
    {
      what: "random search, early stopping (ASHA) over none on one budget of epochs, accuracy of " +
        "the winner on validation data",
      ...(asha && { here: `${pointsText(asha.gain)} points, ${asha.studies.length} studies` }),
      by,
    },
    {
      what: "quick profile, tuned over as it is, accuracy on validation data",
      ...(seconds && gain && saved && rows && {
        here: `${pointsText(gain)} points, ${rows.length} seeds; training ` +
          `${seconds.tuned.toFixed(1)} s, before ${seconds.before.toFixed(1)} s: ` +
          `${pointsText(saved, 0)} % saved`,
        target: "more accurate or faster",
      }),
      by,
    },
  ];
}
