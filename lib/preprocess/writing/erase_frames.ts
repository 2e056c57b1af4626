import type { Component, Components } from "../../image/connected_components.ts";
import { isolate } from "../../image/isolate.ts";
import { eraseRules } from "./erase_rules.ts";
import { frameLimits } from "./print_limits.ts";
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
  const { edgeBand, erasedPart, leastThickness, mostLeft, leastContent } = frameLimits;
  const large = components.filter(({ width, height, area }) => {
    const isLarge = Math.min(width, height) >= frameLimits.leastSide;
    return isLarge && area < frameLimits.mostFilled * width * height;
  });
  const frames = drawnAllRound(large, marks, ink.width);
  if (frames.length === 0) return ink;
  let pixels: Uint8Array | undefined;
  for (const frame of frames) {
    const own = isolate(ink, marks, [frame], frame);
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
      if (own.pixels[i] === 0) continue; // paper, or another mark
      const at = (frame.y + Math.floor(i / own.width)) * ink.width + frame.x + (i % own.width);
      pixels[at] = Math.min(pixels[at], without.pixels[i]);
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

/** Those of some components that have ink near the edge all along, on enough of their sides. */
function drawnAllRound(
  large: readonly Component[],
  { runs: { starts, ends }, owners }: Components,
  across: number,
): Component[] {
  const { edgeBand, leastEdgeBand, drawnPart } = frameLimits;
  const bandOf = (side: number): number => Math.max(leastEdgeBand, Math.round(side * edgeBand));
  const places = new Map(large.map((mark) => {
    const { width, height } = mark;
    const [wide, high] = [bandOf(width), bandOf(height)];
    const sides = [width, width, height, height].map((length) => new Uint8Array(length));
    return [mark.label, { mark, wide, high, sides }];
  }));
  for (let run = 0; run < owners.length; run++) {
    const place = places.get(owners[run]);
    if (place === undefined) continue;
    const { mark, wide, high, sides: [top, bottom, left, right] } = place;
    const y = Math.floor(starts[run] / across);
    const [from, to] = [starts[run], ends[run]].map((at) => at - y * across - mark.x);
    const row = y - mark.y;
    if (row < high) top.fill(1, from, to);
    if (row >= mark.height - high) bottom.fill(1, from, to);
    if (from < wide) left[row] = 1;
    if (to > mark.width - wide) right[row] = 1;
  }
  return large.filter(({ label }) => {
    const drawn = places.get(label)!.sides.filter((side) => {
      return side.reduce((sum, isDrawn) => sum + isDrawn, 0) >= drawnPart * side.length;
    });
    return drawn.length >= frameLimits.drawnSides;
  });
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
