import { assert, assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { Buffer } from "node:buffer";
import sharp from "sharp";
import { strokeText, strokeTextWidth } from "@lib/predict/annotate/stroke_text.ts";

/** Levels of a character drawn black on white, 60 × 100 pixels with 10 around. */
async function draw(character: string): Promise<Uint8Array> {
  const text = strokeText(character, { x: 10, y: 10, height: 100, colour: "#000" });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="120">${text}</svg>`;
  return await sharp(Buffer.from(svg)).flatten({ background: "white" }).greyscale().raw()
    .toBuffer();
}

Deno.test("strokeText() draws every digit in its field, each unlike the others", async () => {
  const drawn = await Promise.all([..."0123456789"].map(draw));
  drawn.forEach((levels, digit) => {
    const rows = [...levels.keys()].filter((i) => levels[i] < 128).map((i) => Math.floor(i / 80));
    assertAlmostEquals(Math.min(...rows), 10, 6, String(digit));
    assertAlmostEquals(Math.max(...rows), 110, 6, String(digit));
    drawn.slice(0, digit).forEach((other, i) => {
      const apart = levels.reduce((sum, level, k) => sum + Math.abs(level - other[k]), 0) / 255;
      assertGreater(apart, 300, `${digit} and ${i}`);
    });
  });
});

Deno.test("strokeText() draws every sign, each unlike the others", async () => {
  const drawn = await Promise.all([..."/-,.:=+×%"].map(draw));
  drawn.forEach((levels, sign) => {
    const ink = levels.reduce((sum, level) => sum + 255 - level, 0) / 255;
    assertGreater(ink, 200, String(sign));
    drawn.slice(0, sign).forEach((other, i) => {
      const apart = levels.reduce((sum, level, k) => sum + Math.abs(level - other[k]), 0) / 255;
      assertGreater(apart, 150, `${sign} and ${i}`);
    });
  });
});

Deno.test("strokeTextWidth() is the width that is drawn, in heights", () => {
  assertAlmostEquals(strokeTextWidth("8"), 0.6, 1e-9);
  assertEquals(strokeTextWidth("99%") > 3 * strokeTextWidth("9"), true);
  const svg = strokeText("10%", { x: 0, y: 0, height: 10, colour: "#fff" });
  assert(svg.includes("translate(15.2)"), svg);
});
