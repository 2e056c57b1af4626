import { percent } from "@lib/base/format.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { type RaceResult, ways } from "./measure_cutter.ts";

const heads: Readonly<Record<typeof ways[number], string>> = {
  classifier: "cuts, shipped classifier",
  cutter: "cuts, cutter",
  mean: "cuts, mean of both",
  line: "line reader alone",
  both: "both shipped readers",
  team: "line reader and cutter",
};

/** The race as a table in Markdown.
 *
 * @param cuts shares of labelled candidates that are taken for what they are
 */
export function cutterTable(
  race: Readonly<Record<string, RaceResult>>,
  cuts: { readonly classifier: number; readonly cutter: number },
): string {
  return [
    markdownTable([
      ["exactly right", "images", ...ways.map((way) => heads[way])],
      ...Object.entries(race).map(([kind, result]) => {
        return [kind, String(result.images), ...ways.map((way) => percent(result[way]))];
      }),
    ]),
    "",
    markdownTable([
      ["candidates taken for what they are", "shipped classifier", "cutter"],
      ["drawn anew", percent(cuts.classifier), percent(cuts.cutter)],
    ]),
  ].join("\n");
}
