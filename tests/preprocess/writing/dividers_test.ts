import { put, writtenDigit } from "../../support/drawn_page.ts";
import { assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { loneRules } from "@lib/preprocess/writing/lone_rules.ts";
import { printLimits } from "@lib/preprocess/writing/print_limits.ts";
import { ruleCriteria } from "@lib/preprocess/writing/rule_criteria.ts";
import { traceRules } from "@lib/preprocess/writing/trace_rules.ts";

/** How many rules are found among bars and digits, from left to right at one pitch: `|` or a digit's size as a part
 * of a bar's. */
function rulesAmong(places: readonly ("|" | number)[], seed: number): number {
  const rng = rngFromSeed(seed);
  const height = Math.round(rng.between(30, 60));
  const pitch = height * rng.between(0.8, 1); // digits do not touch
  const ink = inkImage(Math.round(pitch * (places.length + 2)), 2 * height);
  const top = Math.round(height / 2);
  const pen = rng.between(2, 3.5);
  places.forEach((place, k) => {
    const x = pitch * (k + 1);
    if (place === "|") return drawLine(ink, [x, top], [x, top + height], pen);
    const label = [0, 2, 3, 5, 6, 8, 9][rng.integer(7)]; // a 1 is a bar itself
    const digit = writtenDigit(rng, Math.round(place * height), label);
    put(ink, digit, Math.round(x - digit.width / 2), Math.round(top + (1 - place) * height / 2));
  });
  const marks = connectedComponents(ink, printLimits.leastLink);
  return loneRules(ink, marks, traceRules(ink, ruleCriteria(ink, marks, printLimits.lines))).length;
}

Deno.test("dividers() leaves ones before and behind other digits, however much higher they are", () => {
  for (let seed = 0; seed < 30; seed++) {
    const size = rngFromSeed(seed).fork(1).between(0.68, 0.82);
    assertEquals(rulesAmong(["|", "|", "|", size], seed), 0, `1110, ${seed}`);
    assertEquals(rulesAmong([size, "|", "|", "|"], seed), 0, `2111, ${seed}`);
    assertEquals(rulesAmong(["|", size, size, "|"], seed), 0, `1001, ${seed}`);
  }
});

Deno.test("dividers() finds bars that part digits, one in each place, or none", () => {
  for (let seed = 0; seed < 30; seed++) {
    const size = rngFromSeed(seed).fork(1).between(0.68, 0.82);
    assertEquals(rulesAmong(["|", size, "|", size, "|", size, "|"], seed), 4, `${seed}`);
    assertEquals(rulesAmong(["|", size, "|", size, "|"], seed), 3, `${seed}`);
  }
});
