import { assert, assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { type Rule, traceRules } from "@lib/preprocess/ink/trace_rules.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

const [width, height] = [200, 60];
const limits = { least: 40, thickness: 5, length: 100, gap: 4 };

function sheet(isInk: (x: number, y: number) => boolean): InkImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return isInk(i % width, Math.floor(i / width)) ? 200 : 0;
  });
  return inkImage(width, height, pixels);
}

/** The rules on a sheet with a line of three rows along a curve. */
function along(curve: (x: number) => number): Rule[] {
  return traceRules(sheet((x, y) => Math.abs(y - Math.round(curve(x))) < 2), limits);
}

Deno.test("traceRules() follows a line from end to end", () => {
  const [rule, ...more] = along(() => 30);
  assertEquals([more.length, rule.length, rule.thickness], [0, width, 3]);
  assertEquals(rule.runs[7], { x: 7, top: 29, bottom: 31 });
  assertEquals(along((x) => x < 80 ? -9 : 30)[0].length, 120);
});

Deno.test("traceRules() follows rules that slant or sag, one for each", () => {
  const curves = [(x: number) => 10 + 0.15 * x, (x: number) => 20 + 9 * Math.sin(x / 64)];
  for (const curve of curves) assertEquals(along(curve).map(({ length }) => length), [width]);
  const ruled = traceRules(sheet((_, y) => y % 20 < 2), limits);
  assertEquals(ruled.map(({ runs }) => runs[0].top), [0, 20, 40]);
});

Deno.test("traceRules() goes on across gaps and strokes, which are no part of the rule", () => {
  const isStroke = (x: number): boolean => x % 50 > 40;
  const [rule] = traceRules(
    sheet((x, y) => isStroke(x) || (Math.abs(y - 30) < 2 && x % 50 > 2)),
    limits,
  );
  assertGreater(rule.length, 185);
  assert(rule.runs.every(({ x }) => !isStroke(x) && x % 50 > 2));
  assertAlmostEquals(rule.runs.length, 152, 8);
});

Deno.test("traceRules() takes nothing for a rule that is short, thick, steep or crooked", () => {
  const thick = { ...limits, thickness: 2 };
  assertEquals(along((x) => x < 90 ? 30 : -9), []);
  assertEquals(traceRules(sheet((_, y) => Math.abs(y - 30) < 2), thick), []);
  assertEquals(along((x) => 0.3 * x), []);
  assertEquals(along((x) => 30 + 4 * Math.sin(x / 8)), []);
  assertEquals(traceRules(sheet(() => false), limits), []);
});
