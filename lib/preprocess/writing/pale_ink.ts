import {
  type Component,
  type ComponentRuns,
  connectedComponents,
} from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { inkAt, type LayeredInk } from "../ink/ink_at.ts";
import { inkLimits } from "../ink/ink_limits.ts";
import type { MeasuredInk } from "../ink/measure_ink.ts";
import { outlineLengths } from "./outline_lengths.ts";
import { paleLimits as limits, printLimits } from "./print_limits.ts";

/** Finds writing that is paler than the strongest ink of its image: pencil beside a pen, any pen beside a
 * shadow or a printed bar. What was too faint for the strong ink must look like writing, and so must all
 * that is ink at its level: marks of one size, strokes and not areas, no pattern of straight lines all over the
 * paper, no shade.
 *
 * @param strong the ink at the level of the strongest marks, parted from what is fainter
 * @returns all ink at the level of the pale one; nothing where there is none
 */
export function paleInk(
  measured: MeasuredInk,
  { ink: strong, faint, standsOff }: LayeredInk,
): InkImage | undefined {
  const least = limits.leastLevel * measured.level;
  const seen = faint.components.filter(({ peak }) => standsOff(peak) >= least);
  const written = writtenMarks(seen, strong, faint);
  if (written.length === 0) return undefined;
  const peaks = written.map(({ peak }) => standsOff(peak)).sort((a, b) => a - b);
  const ink = inkAt(measured, limits.ofPeak * peaks[peaks.length >> 1]);
  const all = connectedComponents(ink, printLimits.leastLink);
  const isStrong = new Uint8Array(all.components.length + 1);
  const { runs: { starts, ends }, owners } = all;
  for (let run = 0; run < starts.length; run++) {
    const label = owners[run];
    for (let at = starts[run]; at < ends[run] && isStrong[label] === 0; at++) {
      if (strong.pixels[at] >= inkLimits.faintPeak) isStrong[label] = 1;
    }
  }
  const others = all.components.filter(({ label }) => isStrong[label] === 0);
  return writtenMarks(others, ink, all).length > 0 ? ink : undefined;
}

/** Those of some marks that look written, if most of them do. */
function writtenMarks(
  marks: readonly Component[],
  size: Pick<InkImage, "width" | "height">,
  all: ComponentRuns,
): Component[] {
  const large = marks.filter((mark) => mark.height >= limits.leastHeight && isStroke(mark))
    .sort((a, b) => a.height - b.height);
  if (large.length === 0) return [];
  const height = large[large.length >> 1].height;
  const alike = large.filter((mark) => {
    return mark.height >= limits.low * height && mark.height <= limits.high * height;
  });
  const count = height >= limits.largeDigit * size.height ? 1 : limits.leastMarks;
  if (alike.length < count || massOf(alike) < limits.share * massOf(marks)) return [];
  const outlines = outlineLengths(size, all);
  const curved = alike.filter((mark) => {
    return outlines[mark.label] >= limits.curved * 2 * (mark.width + mark.height);
  });
  return massOf(curved) >= limits.curvedShare * massOf(alike) ? alike : [];
}

function massOf(marks: readonly Component[]): number {
  return marks.reduce((sum, { mass }) => sum + mass, 0);
}

/** Neither an area nor a long line. */
function isStroke({ width, height, area }: Component): boolean {
  return width <= limits.widest * height && area <= limits.filled * width * height ||
    width <= height / 2;
}
