import { assertEquals } from "../../support/assert.ts";
import { removeRules } from "@lib/preprocess/ink/remove_rules.ts";
import { transpose } from "@lib/image/transpose.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

const [width, height] = [200, 90];
const sizes = { horizontal: 150, vertical: 80, thickness: 5 };

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

Deno.test("removeRules() takes horizontal and vertical rules away, strokes across them stay whole", () => {
  const stroke = sheet(isStroke);
  assertEquals(removeRules(sheet(isStroke, isLine), sizes), stroke);
  assertEquals(removeRules(sheet(isStroke, isColumn), sizes), stroke);
  assertEquals(removeRules(sheet(isStroke, isColumn, isLine), sizes), stroke);
});

Deno.test("removeRules() takes the soft edges of a rule with it", () => {
  const ink = sheet(isLine);
  for (let x = 0; x < width; x++) ink.pixels[49 * width + x] = ink.pixels[52 * width + x] = 30;
  assertEquals(removeRules(ink, sizes), sheet());
});

Deno.test("removeRules() does the same on a sheet that lies on its side", () => {
  const ink = sheet(isStroke, isLine);
  const turned = removeRules(transpose(ink), { ...sizes, horizontal: 80, vertical: 150 });
  assertEquals(transpose(turned), removeRules(ink, sizes));
});

Deno.test("removeRules() leaves strokes that are too short for rules", () => {
  const short = sheet((x, y) => isLine(x, y) && x < 140, (x, y) => isColumn(x, y) && y > 15);
  assertEquals(removeRules(short, sizes), short);
});

Deno.test("removeRules() takes the sides of cells, which run from one line to the next", () => {
  const isTable: IsInk = (x, y) => y % 40 < 2 || (x % 50 < 2 && y < 80);
  const isBar: IsInk = (x, y) => x > 20 && x < 23 && y > 9 && y < 32;
  const ink = sheet(isTable, isBar);
  assertEquals(removeRules(ink, { ...sizes, vertical: 85, side: 20 }), sheet(isBar));
});

Deno.test("removeRules() leaves a stroke that runs along a rule", () => {
  const isWord: IsInk = (x, y) => x > 90 && x < 130 && y > 47 && y < 53;
  const left = removeRules(sheet(isLine, isWord), sizes);
  assertEquals(left, sheet(isWord));
});
