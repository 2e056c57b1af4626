import { type OperatingPoint, operatingPoint } from "@lib/evaluate/operating_point.ts";
import {
  type JudgedReading,
  riskCoverage,
  type RiskCoveragePoint,
} from "@lib/evaluate/risk_coverage.ts";
import { riskCoverageFigure } from "@lib/figures/risk_coverage_figure.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import type { Score } from "./score.ts";
import { sure } from "./targets.ts";

/** Shares of what is read that may be wrong: what a sorting office allows itself, and what a bank does. */
export const allowedWrong = [0.01, 0.001] as const;

/** How far the confidence of readings holds. */
export interface Certainty {
  /** How many were read with 90 % or more, and how many of these rightly. */
  readonly whenSure: Score;
  /** How many there are in all. */
  readonly readings: number;
  /** How many of them are read where at most 1 % and 0.1 % of those may be wrong; null where none is. */
  readonly points: readonly (OperatingPoint | null)[];
}

/** By what was read. */
export interface Certainties {
  readonly photographs: Certainty;
  readonly fields: Certainty;
  readonly cheques: Certainty | null;
}

/** What is judged, as tables and legends call it. */
export const judgedNames: Readonly<Record<keyof Certainties, string>> = {
  photographs: "synthetic photographs",
  fields: "pictures from the field",
  cheques: "cheque amounts",
};

/** Tells how far the confidence of readings holds. */
export function certaintyOf(judged: readonly JudgedReading[]): Certainty {
  const certain = judged.filter(({ confidence }) => confidence >= sure);
  const right = certain.filter(({ isRight }) => isRight).length;
  return {
    whenSure: { images: certain.length, right },
    readings: judged.length,
    points: pointsOn(riskCoverage(judged)).map((point) => point ?? null),
  };
}

/** The share wrong over the share read, of each kind of what was read. */
export function certaintyFigure(
  judged: Readonly<Record<keyof Certainties, readonly JudgedReading[] | null>>,
): Figure {
  const lines = Object.entries(judged).flatMap(([kind, readings]) => {
    if (readings === null) return [];
    const curve = riskCoverage(readings);
    return [{ name: judgedNames[kind as keyof Certainties], curve, marks: pointsOn(curve) }];
  });
  return riskCoverageFigure(lines, allowedWrong);
}

function pointsOn(curve: readonly RiskCoveragePoint[]): (OperatingPoint | undefined)[] {
  return allowedWrong.map((most) => operatingPoint(curve, most));
}
