import { assertEquals, assertLess } from "../../support/assert.ts";
import { fill, put, writtenDigit } from "../../support/drawn_page.ts";
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

Deno.test("loneRules() finds the teeth of a comb and the foot they stand on, whatever their height", () => {
  const rng = rngFromSeed(13);
  for (let round = 0; round < 30; round++) {
    const height = 36 + rng.integer(40);
    const cell = Math.round(height * rng.between(1.2, 1.6));
    const count = 3 + rng.integer(4);
    const thickness = 2 + rng.integer(3);
    const page = inkImage(cell * count + 3 * height, 3 * height);
    const [left, bottom] = [Math.round(1.5 * height), Math.round(2.2 * height)];
    const tooth = Math.round(height * rng.between(0.7, 1.5));
    fill(page, [left, bottom], [cell * count + thickness, thickness]);
    for (let k = 0; k <= count; k++) {
      const worn = rng.integer(2);
      fill(page, [left + cell * k, bottom - tooth + worn], [thickness, tooth - worn]);
    }
    for (let k = 0; k < count; k++) {
      let digit = writtenDigit(rng, height, [0, 3, 5, 6, 8][rng.integer(5)]);
      while (digit.width > cell - 12) digit = writtenDigit(rng, height, 6);
      const x = left + cell * k + Math.round((cell - digit.width) / 2);
      put(page, digit, x, bottom - height - 4 - rng.integer(6));
    }
    const rules = found(page);
    assertEquals(rules.filter(({ isUpright }) => isUpright).length, count + 1, `round ${round}`);
    assertEquals(rules.filter(({ isUpright }) => !isUpright).length, 1, `round ${round}`);
  }
});

Deno.test("loneRules() leaves ones that stand on a rule, side by side", () => {
  const rng = rngFromSeed(14);
  for (let round = 0; round < 40; round++) {
    const height = 30 + rng.integer(40);
    const pen = 2 + rng.integer(3);
    const pitch = height * rng.between(0.5, 0.9);
    const count = 2 + rng.integer(4);
    const page = inkImage(Math.round(pitch * count + 5 * height), 2 * height);
    const bottom = Math.round(1.5 * height);
    fill(page, [0, bottom], [page.width, pen]);
    for (let k = 0; k < count; k++) {
      const x = 2 * height + pitch * k;
      const top = bottom - height * rng.between(0.95, 1.05);
      drawLine(page, [x + rng.between(-0.03, 0.03) * height, top], [x, bottom], pen);
    }
    put(
      page,
      writtenDigit(rng, height, 8),
      Math.round(2.2 * height + pitch * count),
      bottom - height - 3,
    );
    assertEquals(found(page).filter(({ isUpright }) => isUpright), [], `round ${round}`);
  }
});
