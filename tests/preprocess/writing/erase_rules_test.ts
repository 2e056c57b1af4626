import { assertEquals } from "../../support/assert.ts";
import { eraseRules } from "@lib/preprocess/writing/erase_rules.ts";
import { traceRules } from "@lib/preprocess/writing/trace_rules.ts";
import { transposed } from "../../support/transposed.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

const [width, height] = [200, 90];
const sizes = { horizontal: 150, vertical: 80, thickness: 5 };

/** Erases all that is long enough. */
function eraseLong(
  ink: InkImage,
  { horizontal, vertical, thickness }: typeof sizes,
): InkImage {
  const length = Math.min(horizontal, vertical);
  const rules = traceRules(ink, { least: 40, thickness, gap: thickness, length });
  return eraseRules(
    ink,
    rules.filter((rule) => rule.length >= (rule.isUpright ? vertical : horizontal)),
  );
}

type IsInk = (x: number, y: number) => boolean;

function sheet(...inks: IsInk[]): InkImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return inks.some((isInk) => isInk(i % width, Math.floor(i / width))) ? 200 : 0;
  });
  return inkImage(width, height, pixels);
}

const isStroke: IsInk = (x, y) => x > 60 && x < 69 && y > 20 && y < 75;
const isLine: IsInk = (_, y) => y === 50 || y === 51;
const isColumn: IsInk = (x) => x === 120 || x === 121;

Deno.test("eraseRules() takes horizontal and vertical rules away, strokes across them stay whole", () => {
  const stroke = sheet(isStroke);
  assertEquals(eraseLong(sheet(isStroke, isLine), sizes), stroke);
  assertEquals(eraseLong(sheet(isStroke, isColumn), sizes), stroke);
  assertEquals(eraseLong(sheet(isStroke, isColumn, isLine), sizes), stroke);
});

Deno.test("eraseRules() takes the soft edges of a rule with it", () => {
  const ink = sheet(isLine);
  for (let x = 0; x < width; x++) ink.pixels[49 * width + x] = ink.pixels[52 * width + x] = 30;
  assertEquals(eraseLong(ink, sizes), sheet());
});

Deno.test("eraseRules() does the same on a sheet that lies on its side", () => {
  const ink = sheet(isStroke, isLine);
  const turned = eraseLong(transposed(ink), { ...sizes, horizontal: 80, vertical: 150 });
  assertEquals(transposed(turned), eraseLong(ink, sizes));
});

Deno.test("eraseRules() leaves strokes that are too short for rules", () => {
  const short = sheet((x, y) => isLine(x, y) && x < 140, (x, y) => isColumn(x, y) && y > 15);
  assertEquals(eraseLong(short, sizes), short);
});

Deno.test("eraseRules() leaves a stroke that runs along a rule", () => {
  const isWord: IsInk = (x, y) => x > 90 && x < 130 && y > 47 && y < 53;
  const left = eraseLong(sheet(isLine, isWord), sizes);
  assertEquals(left, sheet(isWord));
});

Deno.test("eraseRules() takes a rule at the very edge, and the edge that fades away from it", () => {
  const ink = sheet((_, y) => y === 1 || y === 2);
  for (let x = 0; x < width; x++) ink.pixels[x] = ink.pixels[3 * width + x] = 39;
  assertEquals(eraseLong(ink, sizes), sheet());
});

Deno.test("eraseRules() leaves ink that is stronger by 60 levels than a faint rule", () => {
  const ink = sheet(isLine);
  const level = (x: number): number => x >= 50 && x < 56 ? 170 : x >= 90 && x < 96 ? 150 : 100;
  for (let x = 0; x < width; x++) {
    ink.pixels[50 * width + x] = 100;
    ink.pixels[51 * width + x] = level(x);
  }
  const { pixels } = eraseLong(ink, sizes);
  const row = [20, 52, 92].map((x) => pixels[51 * width + x]);
  assertEquals(row, [0, 170, 0]);
});

Deno.test("eraseRules() clears a column with the rule where it is at most 1.6 times and 1 pixel thicker", () => {
  // Levels from row 16 down; the rule itself has level 120 in rows 20 and 21.
  const columns: [levels: number[], isCleared: boolean][] = [
    [[0, 0, 0, 120, 120, 120, 120, 0], true],
    [[0, 0, 120, 120, 120, 120, 120, 0], false],
    [[0, 0, 0, 0, 180, 120, 0, 0], true],
    [[0, 0, 0, 0, 120, 181, 0, 0], false],
    [[0, 10, 20, 39, 120, 120, 39, 20], true],
    [[0, 0, 0, 120, 120, 120, 120, 39], true],
  ];
  const page = inkImage(200, 40);
  page.pixels.fill(120, 20 * 200, 22 * 200);
  const place = (column: number): number => 30 + 25 * column;
  columns.forEach(([levels], c) => {
    levels.forEach((level, k) => page.pixels[(16 + k) * 200 + place(c)] = level);
  });
  const { pixels } = eraseLong(page, { horizontal: 100, vertical: 30, thickness: 4 });
  const expected = new Uint8Array(pixels.length);
  columns.forEach(([levels, isCleared], c) => {
    if (isCleared) return;
    levels.forEach((level, k) => expected[(16 + k) * 200 + place(c)] = level);
  });
  assertEquals(pixels, expected);
});
