import type { Box } from "../../image/box.ts";
import { type Components, connectedComponents } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { printLimits } from "./print_limits.ts";
import type { Rule } from "./rule.ts";
import { writingHeight } from "./writing_height.ts";

/** What is written on an image. */
export interface Writing {
  /** As large as the image, without print. */
  readonly ink: InkImage;
  /** Its marks: strokes that touch each other. */
  readonly marks: Components;
  /** Its height, in pixels: the median of its marks, each counted by its ink; 0 without any. */
  readonly height: number;
  /** The rules of tables and boxes, which were erased. */
  readonly cells: readonly Rule[];
  /** Where something was taken for no writing: shadows, bars, blots. */
  readonly objects: readonly Box[];
}

/** Ink without print as what is written: its marks and their height.
 *
 * @param found what was erased of it
 */
export function writingOf(
  ink: InkImage,
  { cells = [], objects = [] }: Partial<Pick<Writing, "cells" | "objects">> = {},
): Writing {
  const marks = connectedComponents(ink, printLimits.leastLink);
  return { ink, marks, height: writingHeight(marks.components), cells, objects };
}
