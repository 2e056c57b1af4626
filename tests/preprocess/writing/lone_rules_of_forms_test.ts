import { assertEquals, assertLess } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { loneRules } from "@lib/preprocess/writing/lone_rules.ts";
import { printLimits } from "@lib/preprocess/writing/print_limits.ts";
import { ruleCriteria } from "@lib/preprocess/writing/rule_criteria.ts";
import type { Rule } from "@lib/preprocess/writing/rule.ts";
import { traceRules } from "@lib/preprocess/writing/trace_rules.ts";

function found(ink: InkImage): Rule[] {
  const marks = connectedComponents(ink, printLimits.leastLink);
  return loneRules(ink, marks, traceRules(ink, ruleCriteria(ink, marks, printLimits.lines)));
}

Deno.test("loneRules() finds a tilted rule whole, where feet of digits lie on it near its ends", () => {
  const rng = rngFromSeed(12);
  for (let round = 0; round < 30; round++) {
    const height = 40 + rng.integer(40);
    const thickness = Math.max(2, height * rng.between(0.05, 0.1));
    const page = inkImage(6 * height, 2 * height);
    const slope = rng.between(-0.03, 0.03);
    const at = (x: number): number => 1.5 * height + slope * (x - page.width / 2);
    const [left, right] = [4, page.width - 5];
    drawLine(page, [left, at(left)], [right, at(right)], thickness);
    const pen = thickness * rng.between(0.7, 1.3);
    for (const x of [left + 0.4 * height, 2.5 * height, right - 1.1 * height]) {
      // A 2: its foot lies along the rule, or just above it.
      const foot = at(x) - thickness * rng.between(0.2, 0.8);
      drawLine(page, [x, foot], [x + 0.6 * height, foot], pen);
      drawLine(page, [x, foot], [x + 0.5 * height, foot - 0.6 * height], pen);
      drawLine(page, [x + 0.5 * height, foot - 0.6 * height], [x, foot - 0.9 * height], pen);
    }
    const rules = found(page);
    assertEquals(rules.length, 1, `round ${round}`);
    assertLess(page.width - 16, rules[0].length, `round ${round}`);
  }
});
