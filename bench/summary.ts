import { wrapText } from "@lib/figures/parts/wrap_text.ts";
import { markdownTable } from "./markdown_table.ts";
import type { Circumstances, Results } from "./read_results.ts";
import { summaryLines } from "./summary_lines.ts";

/** Characters of a line of prose, as the formatter of the project breaks it. */
const lineWidth = 100;

/** What was measured beside what was to be reached: a Markdown table, and below it where and when.
 * It follows from the results alone, so that a page can be compared with it. */
export function summary(results: Results): string {
  const table = markdownTable([
    ["what", "here", "PyTorch", "times as fast", "target", "by"],
    ...summaryLines(results).map(({ what, here, peer, factor, target, by }) => [
      what,
      here ?? "not measured yet",
      peer ?? "–",
      factor === undefined ? "–" : factor.toFixed(2),
      target ?? "–",
      `\`deno task ${by}\``,
    ]),
  ]);
  return `${table}\n\n${wrapText(circumstances(results), lineWidth).replaceAll("<br>", "\n")}`;
}

function circumstances({ metrics: _, readerMetrics: __, ...results }: Results): string {
  const all: Circumstances[] = Object.values(results);
  if (all.length === 0) return "No benchmark has run yet.";
  const each = (of: (one: Circumstances) => string | number | null | undefined): string =>
    [...new Set(all.map(of).filter((value) => value !== null && value !== undefined))].join(", ");
  const peer = each((one) => one.peer);
  const machine = each(({ machine }) => `${machine.cores} cores of ${machine.processor}`);
  const versions = [`Deno ${each(({ versions }) => versions.deno)}`, ...(peer ? [peer] : [])];
  return `Medians of ${
    each((one) => one.rounds)
  } rounds, ours and PyTorch's in turn, on ${machine}, ` +
    `${versions.join(" and ")}, ${each(({ measured }) => measured)}.`;
}
