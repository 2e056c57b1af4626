import type { Component, Components } from "../../image/connected_components.ts";
import { isolate } from "../../image/isolate.ts";
import { eraseRules } from "./erase_rules.ts";
import { frameLimits, printLimits } from "./print_limits.ts";
import { ruleLimits } from "./rule_limits.ts";
import type { Rule } from "./rule.ts";
import { traceRules } from "./trace_rules.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** Erases boxes that are drawn around digits, also where a digit touches its box. What looks like a
 * frame and holds nothing stays: it may be a zero.
 *
 * @param marks of the ink, connected by `printLimits.leastLink`
 */
export function eraseFrames(ink: InkImage, marks: Components): InkImage {
  const { components } = marks;
  const { leastLink: least } = printLimits;
  const { edgeBand, erasedPart, leastThickness, mostLeft, leastContent } = frameLimits;
  const frames = components.filter(({ width, height, area }) => {
    const isLarge = Math.min(width, height) >= frameLimits.leastSide;
    return isLarge && area < frameLimits.mostFilled * width * height;
  });
  if (frames.length === 0) return ink;
  const { labels } = marks;
  let pixels: Uint8Array | undefined;
  for (const frame of frames) {
    const own = isolate(ink, labels, [frame], frame);
    if (drawnSides(own, least) < frameLimits.drawnSides) continue;
    const thickness = Math.max(leastThickness, edgeBand * Math.min(own.width, own.height));
    const lines = traceRules(own, {
      least: ruleLimits.least,
      thickness,
      gap: Math.round(thickness),
      length: erasedPart * Math.min(own.width, own.height),
    });
    const sides = lines.filter((line) => {
      const whole = line.isUpright ? own.height : own.width;
      return line.length >= erasedPart * whole && isNearEdge(line, own);
    });
    const without = eraseRules(own, sides);
    const left = mass(without);
    if (
      left > mostLeft * frame.mass || left + held(frame, components) < leastContent * frame.mass
    ) {
      continue;
    }
    pixels ??= ink.pixels.slice();
    for (let i = 0; i < own.pixels.length; i++) {
      const at = (frame.y + Math.floor(i / own.width)) * ink.width + frame.x + (i % own.width);
      if (labels[at] === frame.label || labels[at] === 0) {
        pixels[at] = Math.min(pixels[at], without.pixels[i]);
      }
    }
  }
  return pixels === undefined ? ink : { ...ink, pixels };
}

/** Whether a line runs where the side of a frame does: a stem inside it does not. */
function isNearEdge(line: Rule, { width, height }: InkImage): boolean {
  const { edgeBand, leastEdgeBand } = frameLimits;
  const across = line.isUpright ? width : height;
  const band = Math.max(leastEdgeBand, 2 * edgeBand * across) + line.thickness;
  return line.runs.every(({ from, to }) => to < band || from >= across - band);
}

/** On how many sides there is ink near the edge all along. */
function drawnSides({ width, height, pixels }: InkImage, least: number): number {
  const { edgeBand, leastEdgeBand, drawnPart } = frameLimits;
  const [wide, high] = [width, height].map((side) => {
    return Math.max(leastEdgeBand, Math.round(side * edgeBand));
  });
  const columns = { top: 0, bottom: 0 };
  const isInk = (x: number, y: number): boolean => pixels[y * width + x] >= least;
  for (let x = 0; x < width; x++) {
    let [top, bottom] = [false, false];
    for (let k = 0; k < high; k++) {
      top ||= isInk(x, k);
      bottom ||= isInk(x, height - 1 - k);
    }
    columns.top += Number(top);
    columns.bottom += Number(bottom);
  }
  const rows = { left: 0, right: 0 };
  for (let y = 0; y < height; y++) {
    let [left, right] = [false, false];
    for (let k = 0; k < wide; k++) {
      left ||= isInk(k, y);
      right ||= isInk(width - 1 - k, y);
    }
    rows.left += Number(left);
    rows.right += Number(right);
  }
  const shares = [
    ...[columns.top, columns.bottom].map((count) => count / width),
    ...[rows.left, rows.right].map((count) => count / height),
  ];
  return shares.filter((share) => share >= drawnPart).length;
}

/** The ink of other components inside a frame's box. */
function held(frame: Component, components: readonly Component[]): number {
  return components.reduce((sum, other) => {
    const isInside = other !== frame && other.x >= frame.x && other.y >= frame.y &&
      other.x + other.width <= frame.x + frame.width &&
      other.y + other.height <= frame.y + frame.height;
    return isInside ? sum + other.mass : sum;
  }, 0);
}

function mass({ pixels }: InkImage): number {
  return pixels.reduce((sum, level) => sum + level, 0);
}
