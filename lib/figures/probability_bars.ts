import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** The probability that the model gives each digit, as bars, the one it chooses marked.
 *
 * @param probabilities `[10]`, 0 to 1
 * @param options.truth the true digit, named in the title where it is another
 * @throws {RangeError} if there are none, or one is outside 0 to 1
 */
export function probabilityBars(
  probabilities: ArrayLike<number>,
  options: { readonly truth?: number } = {},
): Figure {
  const shares = Array.from(probabilities);
  const wrong = shares.find((share) => !(share >= 0 && share <= 1));
  if (shares.length === 0 || wrong !== undefined) {
    throw new RangeError(
      `Cannot draw probabilities: found ${wrong ?? "none"}, wanted values from 0 to 1`,
    );
  }
  const chosen = shares.indexOf(Math.max(...shares));
  const { truth = chosen } = options;
  return {
    data: [{
      type: "bar",
      orientation: "h",
      y: shares.map((_, digit) => String(digit)),
      x: shares.map((share) => 100 * share),
      marker: {
        color: shares.map((_, digit) => digit === chosen ? theme.accent : theme.categories[0]),
      },
      text: shares.map((share) => percent(share)),
      textposition: "outside",
      textangle: 0,
      cliponaxis: false,
      hoverinfo: "skip",
    }],
    layout: {
      ...baseLayout({
        title: `Read as ${chosen}, ${percent(shares[chosen])} sure` +
          (truth === chosen ? "" : `: a mistake, it is a ${truth}`),
        width: theme.smallWidth,
        plotHeight: shares.length * 24,
        margin: { right: 80, left: 60 },
      }),
      xaxis: axis("probability (%)", { range: [0, 100], nticks: 6, ticks: "outside" }),
      yaxis: axis("digit", {
        type: "category",
        autorange: "reversed",
        showgrid: false,
        ticks: "",
      }),
      bargap: 0.25,
    },
  };
}
