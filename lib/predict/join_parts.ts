import type { Box } from "../preprocess/box.ts";
import type { Component } from "../preprocess/connected_components.ts";
import { boxAround } from "./box_around.ts";

/** Components that make up one digit. */
export interface PartGroup extends Box {
  readonly parts: readonly Component[];
}

/** A part joins a digit if this much of the narrower one's width lies above or below the other. */
const leastOverlap = 0.5;

/** Joins the parts of broken digits, such as a 5 and its bar: those that lie above each other.
 *
 * @param line components of one line of writing, from left to right
 * @returns digits, from left to right
 */
export function joinParts(line: readonly Component[]): PartGroup[] {
  const groups: PartGroup[] = [];
  for (const part of line) {
    const last = groups.findIndex((group) => sharedWidth(group, part) >= leastOverlap);
    if (last < 0) groups.push({ ...boxAround([part]), parts: [part] });
    else {
      const parts = [...groups[last].parts, part];
      groups[last] = { ...boxAround(parts), parts };
    }
  }
  return groups.sort((a, b) => a.x - b.x);
}

function sharedWidth(a: Box, b: Box): number {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return shared / Math.min(a.width, b.width);
}
