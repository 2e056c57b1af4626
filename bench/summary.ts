import { wrapText } from "@lib/figures/parts/wrap_text.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import type { Circumstances, Results } from "./read_results.ts";
import { summaryLines } from "./summary_lines.ts";

/** Characters of a line of prose, as the formatter of the project breaks it. */
const lineWidth = 100;

/** The peers that no line names. */
const peerHead = "peer: PyTorch in its fastest setting, if not named";

/** What was measured beside what was to be reached: a Markdown table, and below it where and when.
 * It follows from the results alone, so that a page can be compared with it.
 *
 * @param options.headlines only what stands on the project's front page
 */
export function summary(
  results: Results,
  { headlines = false }: { readonly headlines?: boolean } = {},
): string {
  const lines = summaryLines(results);
  const table = headlines
    ? markdownTable([
      ["what", "here", "PyTorch, fastest setting", "by"],
      ...lines.filter(({ isHeadline }) => isHeadline)
        .map(({ what, here, peer, by }) => [what, ...cells(here, peer), command(by)]),
    ])
    : markdownTable([
      ["what", "here", peerHead, "times as fast", "target", "by"],
      ...lines.map(({ what, here, peer, factor, target, by }) => [
        ...[what, ...cells(here, peer), factor === undefined ? "–" : factor.toFixed(2)],
        ...[target ?? "–", command(by)],
      ]),
    ]);
  return `${table}\n\n${wrapText(circumstances(results), lineWidth).replaceAll("<br>", "\n")}`;
}

function cells(here: string | undefined, peer: string | undefined): [string, string] {
  return [here ?? "not measured yet", peer ?? "–"];
}

function command(words: string): string {
  return `\`deno task ${words}\``;
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
