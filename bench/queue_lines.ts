import { percent } from "@lib/base/format.ts";
import type { Results } from "./read_results.ts";
import type { SummaryLine } from "./summary_lines.ts";

/** How much longer pages take that come through a queue. */
export function queueLines({ queue }: Results): SummaryLine[] {
  return [{
    what: "reading 500 pages through a queue, more time than without, one worker and two",
    ...(queue && {
      here: `${queue.overhead.map((share) => percent(share)).join(", ")}, ${
        queue.pagesPerMinute.join(" and ")
      } pages a minute`,
      target: `each ≤ ${percent(queue.target.overhead, 0)}`,
    }),
    by: "bench queue --queue URL",
  }];
}
