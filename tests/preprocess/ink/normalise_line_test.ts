import { rngFromSeed } from "@lib/base/rng.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { lineBody, lineHeight, lineMargin } from "@lib/model/networks/line_size.ts";
import { normaliseLine } from "@lib/preprocess/ink/normalise_line.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";

Deno.test("normaliseLine() brings bars of any size and place to the same rows", () => {
  const rng = rngFromSeed(1);
  for (let i = 0; i < 100; i++) {
    const height = 8 + rng.integer(200);
    const above = rng.integer(height);
    const below = rng.integer(height);
    const width = 1 + rng.integer(3 * height);
    const ink = inkImage(width, above + height + below);
    ink.pixels.fill(1 + rng.integer(255), above * width, (above + height) * width);
    const line = normaliseLine(ink, { middle: above + height / 2, height });
    assertEquals(line.height, lineHeight);
    assertEquals(line.width, 2 * lineMargin + Math.max(1, Math.round(width * lineBody / height)));
    const box = inkBox(line, 128)!;
    assertAlmostEquals(box.height, lineBody, 2, `${i}`);
    assertAlmostEquals(box.y + box.height / 2, lineHeight / 2, 1.5, `${i}`);
    assertEquals(Math.max(...line.pixels), 255); // faint ink becomes full
    assertEquals(box.x, lineMargin);
  }
});

Deno.test("normaliseLine() cuts off what is far above or below, and keeps bare paper bare", () => {
  const tall = inkImage(10, 300, new Uint8Array(3000).fill(200));
  assertEquals(normaliseLine(tall, { middle: 150, height: 22 }).height, lineHeight);
  const bare = normaliseLine(inkImage(10, 20), { middle: 10, height: 20 });
  assert(bare.pixels.every((level) => level === 0));
  assertThrows(() => normaliseLine(bare, { middle: 3, height: 0 }), RangeError, "above 0");
});
