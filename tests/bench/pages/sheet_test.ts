import { assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { Sheet } from "../../../bench/pages/sheet.ts";

const dot = inkImage(2, 1, new Uint8Array([255, 51]));
const seen = (sheet: Sheet): number[] => [...sheet.seen(0, rngFromSeed(1)).pixels];

Deno.test("Sheet lays ink in its own light; what reaches beyond the sheet is lost", () => {
  const sheet = new Sheet(3, 2, 200);
  sheet.lay(dot, 1, 0, 100);
  sheet.lay(dot, 2, 1, 0);
  sheet.lay(dot, -1, 1, 0);
  assertEquals(seen(sheet), [200, 100, 180, 160, 200, 0]);
});

Deno.test("Sheet lays ink around a point", () => {
  const [around, at] = [new Sheet(6, 5, 200), new Sheet(6, 5, 200)];
  around.layAround(inkImage(4, 3, new Uint8Array(12).fill(255)), 3, 2.5, 10);
  at.lay(inkImage(4, 3, new Uint8Array(12).fill(255)), 1, 1, 10);
  assertEquals(seen(around), seen(at));
});

Deno.test("Sheet prints lines, and shade takes a part of the light", () => {
  const sheet = new Sheet(4, 3, 200);
  sheet.print([{ from: [0, 1], to: [3, 1], thickness: 1 }], 40);
  sheet.shade((x) => x < 2 ? 1 : 0.5);
  assertEquals(seen(sheet).slice(4, 8), [40, 40, 20, 20]);
  assertEquals(seen(sheet).slice(0, 4), [200, 200, 100, 100]);
});

Deno.test("Sheet is seen with the texture asked for", () => {
  const pixels = new Sheet(100, 100, 128).seen(5, rngFromSeed(2)).pixels;
  const mean = pixels.reduce((sum, level) => sum + level, 0) / pixels.length;
  const variance = pixels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / pixels.length;
  assertAlmostEquals(mean, 128, 1);
  assertGreater(Math.sqrt(variance), 2.5);
});
