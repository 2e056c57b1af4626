import { assertEquals } from "../../support/assert.ts";
import { fill, put, straightDigit, writtenDigit } from "../../support/drawn_page.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
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

Deno.test("loneRules() leaves a stem at the edge of a cut-out row that is no longer than its neighbours", () => {
  const rng = rngFromSeed(12);
  for (let round = 0; round < 40; round++) {
    const height = 40 + rng.integer(40);
    const page = inkImage(3 * height, height + 2);
    const isLeft = round % 2 === 0;
    fill(page, [isLeft ? 1 : page.width - 4, 1], [3, height]);
    for (const k of [0, 1]) {
      put(page, writtenDigit(rng, height), Math.round((0.5 + 1.1 * k) * height), 1);
    }
    assertEquals(found(page), [], `round ${round}`);
  }
});

Deno.test("loneRules() leaves the long stem of a large 9 beside small digits: its loop begins at its end", () => {
  const rng = rngFromSeed(13);
  for (let round = 0; round < 40; round++) {
    const height = 24 + rng.integer(16);
    const page = inkImage(8 * height, 4 * height);
    for (const k of [0, 1, 2]) {
      put(page, writtenDigit(rng, height), Math.round((0.5 + 1.4 * k) * height), 2 * height);
    }
    const large = { height: Math.round(rng.between(2.2, 2.6) * height), width: height };
    const nine = straightDigit(9, { ...large, stroke: height / 6, margin: 0 });
    put(page, nine, 6 * height, height);
    assertEquals(found(page), [], `round ${round}`);
  }
});
