import { percent, thousands } from "../../base/format.ts";
import { scoreNames } from "../../evaluate/score_names.ts";
import type { Spread } from "../../evaluate/spread.ts";
import type { SeedScore, SeedsReport } from "./score_seeds.ts";

/** The scores of several seeds as aligned lines for the terminal. */
export function seedsText({ profile, images, seeds, spread }: SeedsReport): string {
  const lines = Object.entries<Spread>(spread).map(([key, scores]) => {
    const [name, isShare] = key === "accuracy"
      ? ["accuracy", true]
      : scoreNames[key as Exclude<SeedScore, "accuracy">];
    const { mean, deviation, lowest, highest } = scores;
    const own = (value: number): string => isShare ? percent(value, 2) : value.toFixed(5);
    const spreadText = Number.isNaN(deviation)
      ? "–"
      : isShare
      ? (100 * deviation).toFixed(3)
      : deviation.toFixed(5);
    return `${name.padEnd(27)}  ${own(mean).padStart(9)} ± ${spreadText.padEnd(7)}  ` +
      `${own(lowest)} to ${own(highest)}`;
  });
  return [
    `Profile ${profile}, trained with ${seeds.length} seeds, on ${
      thousands(images)
    } images: mean ± ` +
    "deviation, lowest to highest",
    ...lines,
  ].join("\n");
}
