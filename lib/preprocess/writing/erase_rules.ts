import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { crossing } from "./cell_rules.ts";
import { ruleLimits } from "./rule_limits.ts";
import { type Rule, type RuleGrid, ruleGrid, type Run } from "./rule.ts";
import { strokesAlong } from "./strokes_along.ts";

/** Erases rules with their soft edges, and where they cross; strokes that cross them stay whole. */
export function eraseRules(ink: InkImage, rules: readonly Rule[]): InkImage {
  const lying = rules.filter(({ isUpright }) => !isUpright);
  const upright = rules.filter(({ isUpright }) => isUpright);
  const left = erase(erase(ink, lying), upright);
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

/** Clears the runs of rules of one direction, with their soft edges. A run much thicker or stronger than its
 * rule is a stroke that runs along it. */
function erase(ink: InkImage, rules: readonly Rule[]): InkImage {
  if (rules.length === 0) return ink;
  const pixels = ink.pixels.slice();
  const grid = ruleGrid(ink, rules[0].isUpright);
  for (const rule of rules) {
    const { runs, thickness } = rule;
    const beside = strokesAlong(ink, rule);
    const most = ruleLimits.strokeThickness * thickness + ruleLimits.strokeThicknessMargin;
    const darkest = typicalLevel(ink.pixels, grid, runs) + ruleLimits.darker;
    for (const run of runs) {
      const isThick = run.to - run.from + 1 > most;
      if (beside.has(run) || isThick || peak(ink.pixels, grid, run) > darkest) continue;
      clear(pixels, grid, run);
    }
  }
  return inkImage(ink.width, ink.height, pixels);
}

/** Clears a run and what fades away from it on both sides. */
function clear(
  pixels: Uint8Array,
  { across, along, breadth }: RuleGrid,
  { at, from, to }: Run,
): void {
  const level = (y: number): number => {
    return y < 0 || y >= breadth ? 0 : pixels[y * across + at * along];
  };
  const isEdge = (y: number, step: 1 | -1): boolean => {
    return level(y) > 0 && level(y) < ruleLimits.least && level(y + step) <= level(y);
  };
  for (let y = from; y <= to; y++) pixels[y * across + at * along] = 0;
  for (let y = from - 1; isEdge(y, -1); y--) pixels[y * across + at * along] = 0;
  for (let y = to + 1; isEdge(y, 1); y++) pixels[y * across + at * along] = 0;
}

function typicalLevel(pixels: Uint8Array, grid: RuleGrid, runs: readonly Run[]): number {
  const levels = runs.map((run) => peak(pixels, grid, run)).sort((a, b) => a - b);
  return levels[levels.length >> 1];
}

function peak(pixels: Uint8Array, { across, along }: RuleGrid, { at, from, to }: Run): number {
  let most = 0;
  for (let y = from; y <= to; y++) most = Math.max(most, pixels[y * across + at * along]);
  return most;
}
