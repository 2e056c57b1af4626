import { rngFromSeed } from "@lib/base/rng.ts";
import { boxedInk } from "@lib/image/boxed_ink.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { lineInks } from "@lib/predict/weighing/line_inks.ts";
import { assert, assertAlmostEquals } from "../../support/assert.ts";

function bar(height: number, at: { x: number; y: number }): ReturnType<typeof boxedInk> {
  const width = Math.max(1, Math.round(height / 8));
  return boxedInk(inkImage(width, height, new Uint8Array(width * height).fill(255)), at);
}

Deno.test("lineInks() gives digits of any size and place the same size and place", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 40; round++) {
    const height = 20 + rng.integer(120);
    const y = rng.integer(300);
    const marks = [0, 1, 2, 3].map((i) => bar(height, { x: 50 + Math.round(i * height * 0.7), y }));
    const boxes = lineInks(marks, height).map((ink) => inkBox(ink, 128)!);
    boxes.forEach((box) => assertAlmostEquals(box.y + box.height / 2, 16, 1.6, `${round}`));
    assert(boxes[0].height > boxes[2].height, `${round}`); // several sizes
    // Rows that hold 0.9 of the ink of bars are 0.9 of their height.
    assertAlmostEquals(boxes[1].height, 17 * 0.87 / 0.9, 1.6, `${round}`);
  }
});

Deno.test("lineInks() puts a line that rises on level ground", () => {
  const marks = [0, 1, 2, 3, 4].map((i) => bar(40, { x: 40 * i, y: 100 - 4 * i }));
  const [ink] = lineInks(marks, 40);
  const columns = [...Array(ink.width).keys()].filter((x) => ink.pixels[16 * ink.width + x] > 128);
  const tops = columns.map((x) => {
    return [...Array(32).keys()].findIndex((y) => ink.pixels[y * ink.width + x] > 128);
  });
  assert(Math.max(...tops) - Math.min(...tops) <= 1, `${tops}`);
});

Deno.test("lineInks() measures digits, not the commas and flourishes beside them", () => {
  const digits = [0, 1, 2, 3].map((i) => bar(40, { x: 30 * i, y: 20 }));
  const [plain] = lineInks(digits, 40);
  const [withComma] = lineInks([...digits, bar(14, { x: 125, y: 55 })], 40);
  assertAlmostEquals(inkBox(plain, 128)!.y, inkBox(withComma, 128)!.y, 1);
  assert(inkBox(plain, 128)!.height < inkBox(withComma, 128)!.height); // and keeps the comma
});
