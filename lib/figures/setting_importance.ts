/** A figure of which settings matter.
 *
 * @module
 */

import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** How much a setting matters. */
export interface DrawnImportance {
  /** What it is called. */
  readonly name: string;
  /** Share of what differs between trials that it explains by itself, 0 to 1; `undefined` where too few trials
   * tell. */
  readonly explained: number | undefined;
}

/** How much each setting of a study explains by itself, as bars.
 *
 * @param settings in the order in which they are drawn, the first at the top
 * @throws {RangeError} if there are none, or a share is not 0 to 1
 *
 * @example
 * ```ts
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { settingImportance } from "@lib/figures/setting_importance.ts";
 * import { match } from "node:assert";
 * const figure = settingImportance([
 *   { name: "learning rate", explained: 0.61 },
 *   { name: "momentum", explained: 0.04 },
 * ]);
 * match(figureTitle(figure), /^Most depends on the learning rate: it explains 61/);
 * ```
 */
export function settingImportance(settings: readonly DrawnImportance[]): Figure {
  if (settings.length === 0) {
    throw new RangeError("Cannot draw how much no settings matter: wanted at least one");
  }
  for (const { name, explained = 0 } of settings) {
    if (explained >= 0 && explained <= 1) continue;
    throw new RangeError(`Cannot draw importance ${explained} of ${name}: must be 0 to 1`);
  }
  const shares = settings.map(({ explained = 0 }) => explained);
  const most = Math.max(...shares);
  const top = settings.find(({ explained }) => explained === most);
  const text = settings.map(({ explained }) =>
    explained === undefined ? "too few trials to tell" : percent(explained, 0)
  );
  return {
    data: [{
      type: "bar",
      orientation: "h",
      y: settings.map(({ name }) => name),
      x: shares.map((share) => 100 * share),
      marker: {
        color: settings.map((each) =>
          each === top && most > 0 ? theme.accent : theme.categories[0]
        ),
      },
      text,
      textposition: "outside",
      textfont: { color: theme.ink },
      cliponaxis: false,
      hovertemplate: "%{y}: %{text}<extra></extra>",
    }],
    layout: {
      ...baseLayout({
        title: titleOf(top?.name, most),
        subtitle: "What a curve over one setting alone explains of the order of the trials; " +
          "what settings do together is in no bar",
        plotHeight: 34 * settings.length,
        margin: { left: 140 },
      }),
      xaxis: axis("share of the variance of the ranks (%)", {
        range: [0, Math.max(10, 115 * most)],
        nticks: 6,
        ticks: "outside",
      }),
      yaxis: axis("", { type: "category", autorange: "reversed", showgrid: false, ticks: "" }),
      bargap: 0.3,
    },
  };
}

function titleOf(name: string | undefined, most: number): string {
  if (name === undefined) return "There are too few trials to tell which settings matter";
  if (most === 0) return "No setting explains anything by itself";
  return `Most depends on the ${name}: it explains ${percent(most, 0)} of the ranks`;
}
