import type { Results } from "./read_results.ts";
import type { SummaryLine } from "./summary_lines.ts";

/** How much faster two workers read a folder than one. */
export function filesLines({ files }: Results): SummaryLine[] {
  return [{
    what: "reading a folder of 500 pages, two workers over one",
    ...(files && {
      here: `${files.speedUp.toFixed(2)} times, ${files.pagesPerMinute[1]} pages a minute`,
      target: `≥ ${files.target.speedUp} times`,
    }),
    by: "bench files",
  }];
}
