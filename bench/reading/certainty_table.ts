import { percent } from "@lib/base/format.ts";
import type { OperatingPoint } from "@lib/evaluate/operating_point.ts";
import { aim } from "../aim.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { type Certainties, type Certainty, judgedNames } from "./certainty.ts";
import { targets } from "./targets.ts";

/** How far confidence holds, beside what is aimed at, as a table in Markdown. */
export function certaintyTable(certainties: Certainties): string {
  const most = `≤ ${aim(targets.wrongWhenSure)}`;
  return markdownTable([
    [
      "whole texts of",
      "read with 90 % or more",
      "of them wrong",
      "target",
      "read at 1 % wrong",
      "read at 0.1 % wrong",
    ],
    ...(Object.keys(judgedNames) as (keyof Certainties)[]).map((kind) => {
      const name = `certainty: ${judgedNames[kind]}`;
      const certainty = certainties[kind];
      return certainty === null
        ? [name, "not there", "", most, "", ""]
        : [name, ...sureCells(certainty), most, ...certainty.points.map(pointCell)];
    }),
  ]);
}

function sureCells({ whenSure: { images, right }, readings }: Certainty): string[] {
  const wrong = images === 0 ? "none" : percent((images - right) / images);
  return [`${images} of ${readings}`, wrong];
}

function pointCell(point: OperatingPoint | null): string {
  if (point === null) return "none";
  const { coverage, threshold, wrong } = point;
  return `${percent(coverage)} from ${threshold.toFixed(2)} on, ${wrong} wrong`;
}
