import { thousands } from "../../base/format.ts";
import type { TrainerSetup } from "./trainer_setup.ts";

/** The learning rates to choose from, on a scale of 1, 2, 5. */
export const learningRates: readonly number[] = [-3, -2, -1, 0, 1, 2].flatMap((power) =>
  [1, 2, 5].map((digit) => Number(`${digit}e${power}`))
);

/** The batch sizes to choose from. */
export const batchSizes: readonly number[] = [8, 16, 32, 64, 128, 256];

/** What the networks are called, narrowest first. */
export const widthNames = ["narrow", "middle", "wide"] as const;

/** The networks to choose from in words: how wide, how many weights are trained. */
export function networkNames({ networks }: Pick<TrainerSetup, "networks">): string[] {
  return networks.map(({ channels, blueprint }, i) => {
    const weights = blueprint.trained.reduce(
      (sum, { shape }) => sum + shape.reduce<number>((size, length) => size * length!, 1),
      0,
    );
    return `${widthNames[i]}: ${channels.join(", ")} channels, ${thousands(weights)} weights`;
  });
}
