import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { transpose } from "../../image/transpose.ts";
import { crossing } from "./cell_rules.ts";
import { ruleLimits } from "./rule_limits.ts";
import type { Rule, Run } from "./rule.ts";
import { strokesAlong } from "./strokes_along.ts";

/** Erases rules with their soft edges, and where they cross; strokes that cross them stay whole. */
export function eraseRules(ink: InkImage, rules: readonly Rule[]): InkImage {
  if (rules.length === 0) return ink;
  const lying = rules.filter(({ isUpright }) => !isUpright);
  const upright = rules.filter(({ isUpright }) => isUpright);
  const without = erase(ink, lying);
  if (upright.length === 0) return without;
  const left = transpose(erase(transpose(without), upright));
  for (const one of lying) {
    for (const other of upright) {
      const place = crossing(one, other);
      if (place !== undefined) clearSquare(left, place, one.thickness, other.thickness);
    }
  }
  return left;
}

function clearSquare(
  { width, height, pixels }: InkImage,
  { x, y }: { readonly x: number; readonly y: number },
  high: number,
  wide: number,
): void {
  const [left, right] = [x - wide / 2 - 1, x + wide / 2 + 1];
  const top = Math.max(0, Math.floor(y - high / 2 - 1));
  const bottom = Math.min(height - 1, Math.ceil(y + high / 2 + 1));
  for (let row = top; row <= bottom; row++) {
    const start = row * width;
    pixels.fill(
      0,
      start + Math.max(0, Math.floor(left)),
      start + Math.min(width, Math.ceil(right) + 1),
    );
  }
}

/** Clears the runs of each rule with their soft edges. A run much thicker or stronger than its
 * rule is a stroke that runs along it. */
function erase(ink: InkImage, rules: readonly Rule[]): InkImage {
  const { width, height } = ink;
  const pixels = ink.pixels.slice();
  for (const rule of rules) {
    const { runs, thickness } = rule;
    const along = strokesAlong(ink, rule);
    const most = ruleLimits.strokeThickness * thickness + ruleLimits.strokeThicknessMargin;
    const darkest = typicalLevel(ink, runs) + ruleLimits.darker;
    for (const run of runs) {
      const { at, from, to } = run;
      if (along.has(run) || to - from + 1 > most || peak(ink, run) > darkest) continue;
      for (let y = from; y <= to; y++) pixels[y * width + at] = 0;
      for (let y = from - 1; y >= 0 && isEdge(pixels, y * width + at, -width); y--) {
        pixels[y * width + at] = 0;
      }
      for (let y = to + 1; y < height && isEdge(pixels, y * width + at, width); y++) {
        pixels[y * width + at] = 0;
      }
    }
  }
  return inkImage(width, height, pixels);
}

function typicalLevel(ink: InkImage, runs: readonly Run[]): number {
  const levels = runs.map((run) => peak(ink, run)).sort((a, b) => a - b);
  return levels[levels.length >> 1];
}

function peak({ width, pixels }: InkImage, { at, from, to }: Run): number {
  let most = 0;
  for (let y = from; y <= to; y++) most = Math.max(most, pixels[y * width + at]);
  return most;
}

/** Faint, and fading away from the rule. */
function isEdge(pixels: Uint8Array, at: number, step: number): boolean {
  return pixels[at] > 0 && pixels[at] < ruleLimits.least && (pixels[at + step] ?? 0) <= pixels[at];
}
