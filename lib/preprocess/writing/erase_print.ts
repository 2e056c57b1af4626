/** Writing without the rules, tables and boxes that it was written in.
 *
 * @module
 */
import {
  type Component,
  type Components,
  connectedComponents,
} from "../../image/connected_components.ts";
import { fillAround } from "../../image/fill_around.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { type InkRuns, inkRuns } from "../../image/ink_runs.ts";
import { bridgeRules } from "./bridge_rules.ts";
import { cellRules } from "./cell_rules.ts";
import { edgeObjects, edgeStrips } from "./edge_objects.ts";
import { eraseFrames } from "./erase_frames.ts";
import { eraseRules } from "./erase_rules.ts";
import { loneRules } from "./lone_rules.ts";
import { printLimits as limits } from "./print_limits.ts";
import type { Rule } from "./rule.ts";
import { solidObjects } from "./solid_objects.ts";
import { ruleCriteria } from "./rule_criteria.ts";
import { type RuleCriteria, traceRules } from "./trace_rules.ts";

/** Ink parted in writing and what is none. */
export interface ErasedPrint {
  /** The writing, as large as the image. */
  readonly left: InkImage;
  /** The sides of tables and boxes. */
  readonly cells: readonly Rule[];
  /** Shadows, bars, blots, strips along the edges. */
  readonly objects: readonly Component[];
  /** Whether there was print, or may have been. */
  readonly hasPrint: boolean;
  /** Gives `[height × width]`, 255 where it was, with its soft edges. */
  readonly mask: () => Uint8Array;
}

/** Erases what was printed for writing in or on: ruled lines, tables, underlines, boxes around digits; and
 * what is no writing at all: shadows, bars, strips along the edges of the picture. Strokes that cross print
 * stay whole.
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { drawLine } from "@lib/image/draw_line.ts";
 * import { erasePrint } from "@lib/preprocess/writing/erase_print.ts";
 * const page = inkImage(200, 80);
 * drawLine(page, [100, 20], [100, 50], 4);
 * drawLine(page, [0, 70], [199, 70], 2);
 * const { pixels } = erasePrint(page).left;
 * strictEqual(pixels[30 * 200 + 100], 255); // the stroke
 * strictEqual(pixels[70 * 200 + 20], 0); // not the rule
 * ```
 */
export function erasePrint(ink: InkImage): ErasedPrint {
  const runs = inkRuns(ink, limits.leastLink);
  if (strokesAcross(ink, runs) > limits.mostStrokes) {
    return { left: ink, cells: [], objects: [], ...masked(ink, ink, []) };
  }
  const marks = marksOf(ink, runs);
  const sides = traced(ink, marks, limits.sides);
  const cells = cellRules(bridgeRules(ink, sides.rules));
  const bare = eraseRules(ink, cells);
  const solid = withoutObjects(bare, true);
  // Before lines: of a bold frame they would be the upper and the lower side alone, and leave two ones.
  const unframed = eraseFrames(solid.ink, marksOf(solid.ink));
  const lined = withoutLines(unframed, sides, cells);
  // What hung from a rule may be a bar by itself now.
  const { ink: free, objects: hanging } = lined === solid.ink
    ? { ink: lined, objects: [] }
    : withoutObjects(lined, false);
  const objects = [...solid.objects, ...hanging];
  const isBox = cells.length > 0 && cells.length <= limits.sidesOfBox;
  if (isBox && free.pixels.every((level) => level === 0)) {
    // Nothing is written in it: the box itself may be a zero.
    return { left: ink, cells: [], objects: [], ...masked(ink, free, []) };
  }
  return { left: free, cells, objects, ...masked(ink, free, edgeStrips(ink, marks)) };
}

/** The marks of inks that were labelled already: most pages have no print, and their ink stays the same. */
const labelled = new WeakMap<InkImage, Components>();

function marksOf(ink: InkImage, runs?: InkRuns): Components {
  const marks = labelled.get(ink) ?? connectedComponents(ink, limits.leastLink, runs);
  labelled.set(ink, marks);
  return marks;
}

/** Lines, and in which ink and how they were looked for. */
interface Traced {
  readonly ink: InkImage;
  readonly criteria: RuleCriteria;
  readonly rules: readonly Rule[];
}

function traced(
  ink: InkImage,
  marks: Components,
  size: typeof limits.sides | typeof limits.lines,
): Traced {
  const own = ruleCriteria(ink, marks, size);
  return { ink, criteria: own, rules: traceRules(ink, own) };
}

/** Without lone rules; in two rounds, as bars that stand on a rule are seen to be alone without it.
 *
 * @param before lines that were followed already, maybe in the same ink and the same way
 * @param cells the sides of cells, erased already
 */
function withoutLines(ink: InkImage, before: Traced, cells: readonly Rule[]): InkImage {
  let open = ink;
  for (let round = 0; round < 2; round++) {
    const marks = marksOf(open);
    const own = ruleCriteria(open, marks, limits.lines);
    const isSame = before.ink === open && before.criteria.thickness === own.thickness;
    const traced = isSame ? before.rules : traceRules(open, own);
    const printed = loneRules(open, marks, traced, cells);
    if (printed.length === 0) break;
    open = eraseRules(open, printed);
  }
  return open;
}

/** How many strokes a column crosses, on average. */
function strokesAcross({ width, pixels }: InkImage, { starts, ends, before }: InkRuns): number {
  let count = 0;
  for (let run = before[1]; run < starts.length; run++) {
    for (let at = starts[run]; at < ends[run]; at++) {
      if (pixels[at - width] < limits.leastLink) count++;
    }
  }
  return count / width;
}

/** Without bars and strips at the edges, and without what is solid.
 *
 * @param isSolid whether solid objects are looked for
 */
function withoutObjects(
  ink: InkImage,
  isSolid: boolean,
): { readonly ink: InkImage; readonly objects: readonly Component[] } {
  const marks = marksOf(ink);
  const solid = isSolid ? solidObjects(ink, marks) : [];
  const objects = [...new Set([...solid, ...edgeObjects(ink, marks)])];
  if (objects.length === 0) return { ink, objects };
  const isGone = new Set(objects.map(({ label }) => label));
  const left = { ...ink, pixels: ink.pixels.slice() };
  const { starts, ends } = marks.runs;
  for (let run = 0; run < starts.length; run++) {
    if (!isGone.has(marks.owners[run])) continue;
    fillAround(left, starts[run], ends[run], limits.softEdge, 0);
  }
  return { ink: left, objects };
}

/** Where print was, or may have been: a strip along an edge, also where nothing else was found yet. */
function masked(
  ink: InkImage,
  left: InkImage,
  strips: readonly Component[],
): Pick<ErasedPrint, "hasPrint" | "mask"> {
  const mask = (): Uint8Array => {
    const covered = inkImage(ink.width, ink.height);
    const { runs: { starts, ends }, owners } = marksOf(ink);
    const isStrip = new Set(strips.map(({ label }) => label));
    const isPrint = (at: number): boolean => left.pixels[at] < ink.pixels[at];
    for (let run = 0; run < owners.length; run++) {
      const isWhole = isStrip.has(owners[run]);
      for (let at = starts[run]; at < ends[run]; at++) {
        if (!isWhole && !isPrint(at)) continue;
        const start = at;
        while (at < ends[run] && (isWhole || isPrint(at))) at++;
        fillAround(covered, start, at, limits.softEdge, 255);
      }
    }
    return covered.pixels;
  };
  return { hasPrint: left !== ink || strips.length > 0, mask };
}
