import { put, writtenDigit } from "../../support/drawn_page.ts";
import { assertEquals } from "../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
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

/** Draws a 1 nearly as high as its picture. */
function drawOne(ink: InkImage, x: number, rng: Rng): void {
  const stroke = ink.height / 9;
  const [top, bottom] = [2 + stroke / 2, ink.height - 3 - stroke / 2];
  drawLine(ink, [x + rng.between(0, 2), top], [x, bottom], stroke);
}

/** How many rules are found on digits that fill their picture, with bars between them that run off it, or with
 * slanting ones instead. */
function rulesOfCut(count: number, seed: number, isOnes = false): number {
  const rng = rngFromSeed(seed);
  const height = 36 + rng.integer(isOnes ? 9 : 50); // as thick as a line may be
  const pitch = Math.round(height * rng.between(1.05, 1.4));
  const ink = inkImage(pitch * (count + 1), height);
  const thickness = isOnes ? height / 9 : 2 + rng.integer(4);
  for (let k = 0; k <= count; k++) {
    const size = Math.round(height * rng.between(0.85, 0.96));
    const label = [0, 2, 3, 5, 6, 8, 9][rng.integer(7)];
    const digit = writtenDigit(rng, size, label);
    const x = Math.round(pitch * (k + 0.5) - digit.width / 2);
    // At the most a bar's breadth into the next place.
    const most = Math.round(pitch - thickness - 3);
    if (k === 1 && !isOnes) drawOne(ink, x + digit.width / 2, rng);
    else if (digit.width <= most) put(ink, digit, x, 1 + rng.integer(height - size - 1));
    if (k === count) break;
    const bar = Math.round(pitch * (k + 1));
    const lean = isOnes ? rng.between(2, 4) : 0;
    drawLine(ink, [bar + lean, -9], [bar - lean, height + 9], thickness);
  }
  const marks = connectedComponents(ink, printLimits.leastLink);
  return loneRules(ink, marks, traceRules(ink, ruleCriteria(ink, marks, printLimits.lines))).length;
}

Deno.test("dividers() finds bars that run off the picture between digits as high as it", () => {
  for (let seed = 0; seed < 60; seed++) {
    const count = 2 + seed % 5;
    assertEquals(rulesOfCut(count, seed), count, `${seed}`);
  }
});

Deno.test("dividers() leaves ones that lean, even where they run off the picture", () => {
  for (let seed = 0; seed < 40; seed++) assertEquals(rulesOfCut(2, seed, true), 0, `${seed}`);
});

Deno.test("dividers() finds a bar that a digit touches, at the pitch of the others", () => {
  for (let seed = 0; seed < 40; seed++) {
    const rng = rngFromSeed(seed);
    const height = 36 + rng.integer(40);
    const [pitch, bars] = [Math.round(1.1 * height), 4 + rng.integer(3)];
    const ink = inkImage(pitch * (bars + 2), 2 * height);
    const touched = 1 + rng.integer(bars - 2);
    for (let k = 0; k < bars; k++) {
      const x = pitch * (k + 1);
      drawLine(ink, [x, 0.4 * height], [x, 1.6 * height], 3);
      const digit = writtenDigit(rng, Math.round(0.6 * height), [0, 3, 8][rng.integer(3)]);
      // It would break a bar that it covers.
      const left = k === touched ? x + 1 : x + Math.round((pitch - digit.width) / 2);
      put(ink, digit, left, Math.round(0.7 * height));
    }
    const marks = connectedComponents(ink, printLimits.leastLink);
    const traced = traceRules(ink, ruleCriteria(ink, marks, printLimits.lines));
    assertEquals(loneRules(ink, marks, traced).length, bars, `${seed}`);
  }
});

/** How many rules are found on digits beside one upright stroke that is 1.3 times as high. */
function rulesBeside(seed: number, thickness: (digit: number) => number): number {
  const rng = rngFromSeed(seed);
  const size = 40 + rng.integer(40);
  const height = Math.round(1.3 * size) - Math.round(thickness(size)); // its ends are round
  const ink = inkImage(5 * size, height + 30);
  const [first, last] = [0.6 * size, 4.6 * size];
  const x = Math.round(rng.integer(2) === 0 ? first - 0.3 * size : last);
  drawLine(ink, [x, 15], [x, 15 + height], thickness(size));
  for (let k = 0; k < 3; k++) {
    const digit = writtenDigit(rng, size, [0, 2, 3, 5, 6, 8][rng.integer(6)]);
    put(ink, digit, Math.round(first + 1.25 * size * k), 15 + Math.round((height - size) / 2));
  }
  const marks = connectedComponents(ink, printLimits.leastLink);
  return loneRules(ink, marks, traceRules(ink, ruleCriteria(ink, marks, printLimits.lines))).length;
}

Deno.test("dividers() finds the fine side of a field beside a number, and leaves a high 1 of its pen", () => {
  for (let seed = 0; seed < 40; seed++) {
    assertEquals(rulesBeside(seed, () => 2), 1, `side, ${seed}`);
    assertEquals(rulesBeside(seed, (digit) => digit / 7), 0, `one, ${seed}`);
  }
});
