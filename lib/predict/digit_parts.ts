import type { Component } from "../preprocess/connected_components.ts";

/** A rule is at least this many times as long as it is thick. */
const ruleAspect = 8;

/** Keeps the components that may be digits or parts of digits: drops specks and long rules.
 *
 * Sizes are relative to the height of the writing, which is that of the components that hold most
 * of the ink.
 *
 * @param components of the ink
 * @returns those kept, and the height of the writing in pixels
 */
export function digitParts(
  components: readonly Component[],
): { parts: readonly Component[]; height: number } {
  const strokes = components.filter((component) => !isRule(component));
  const height = writingHeight(strokes);
  const parts = strokes.filter((component) => {
    return Math.max(component.width, component.height) >= 0.15 * height;
  });
  return { parts, height };
}

/** Long and thin, lying: an upright one may be a 1. */
function isRule({ width, height, area }: Component): boolean {
  const thickness = area / width;
  return width > ruleAspect * Math.min(height, thickness * 1.5) && width > 2.5 * height;
}

/** The median height, each component counted by its ink. */
function writingHeight(components: readonly Component[]): number {
  const sorted = components.toSorted((a, b) => a.height - b.height);
  const half = sorted.reduce((sum, { mass }) => sum + mass, 0) / 2;
  let seen = 0;
  for (const { height, mass } of sorted) {
    seen += mass;
    if (seen >= half) return height;
  }
  return 0;
}
