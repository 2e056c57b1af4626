import type { Component, Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { strokeWidth } from "../../image/stroke_width.ts";
import { eraseRules } from "./erase_rules.ts";
import type { Rule } from "./rule.ts";

/** Lines on a page that may be rules, each with the mark that it is a part of. */
export interface RuledPage {
  readonly ink: InkImage;
  readonly marks: Components;
  /** Gives the width of the strokes, in pixels as that of rules is told. */
  readonly stroke: () => number;
  readonly rules: readonly Rule[];
  /** The owner of each. */
  readonly owners: readonly RuleOwner[];
}

/** The mark that a rule is a part of, and how much of that mark's ink it is, 0 to 1. */
export interface RuleOwner {
  readonly mark: Component;
  readonly share: number;
}

/** Finds the marks of lines; those too faint for a mark are left out. */
export function ruledPage(
  ink: InkImage,
  marks: Components,
  lines: readonly Rule[],
): RuledPage {
  const owned = lines.flatMap((rule) => {
    const owner = ownerOf(rule, ink, marks);
    return owner === undefined ? [] : [{ rule, owner }];
  });
  const rules = owned.map(({ rule }) => rule);
  const owners = owned.map(({ owner }) => owner);
  return { ink, marks, rules, owners, stroke: once(() => strokeOf(ink, rules)) };
}

/** The width of the strokes beside what may be rules, with a half of the soft edge on each side. */
function strokeOf(ink: InkImage, rules: readonly Rule[]): number {
  return 1 + strokeWidth(eraseRules(ink, rules.filter(({ isUpright }) => !isUpright)));
}

/** Asks no earlier than needed, and not again. */
function once(find: () => number): () => number {
  let found: number | undefined;
  return () => found ??= find();
}

function ownerOf(
  rule: Rule,
  ink: InkImage,
  { labelAt, components }: Components,
): RuleOwner | undefined {
  const counts = new Map<number, number>();
  let area = 0;
  for (const { at, from, to } of rule.runs) {
    const middle = (from + to) >> 1;
    const label = labelAt(rule.isUpright ? at * ink.width + middle : middle * ink.width + at);
    counts.set(label, (counts.get(label) ?? 0) + 1);
    area += to - from + 1;
  }
  counts.delete(0); // too faint for a mark
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return undefined;
  const mark = components[most[0] - 1];
  return { mark, share: area / mark.area };
}
