import { assertEquals } from "../../support/assert.ts";
import sharp from "sharp";
import { paperFor } from "@lib/preprocess/decode/paper_for.ts";

/** What a picture of one colour with opaque strokes on a part of it should be laid on. */
async function paper(ink: number, { opaque = 0.1, hasAlpha = true } = {}): Promise<string> {
  const side = 100;
  const pixels = Uint8Array.from({ length: 4 * side * side }, (_, i) => {
    return i % 4 < 3 ? ink : (i >> 2) % side < opaque * side ? 255 : 0;
  });
  const image = sharp(pixels, { raw: { width: side, height: side, channels: 4 } });
  return await paperFor(image, { hasAlpha });
}

Deno.test("paperFor() lays bright ink on black, all other on white", async () => {
  assertEquals(await paper(255), "black");
  assertEquals(await paper(0), "white");
  assertEquals(await paper(128), "white");
});

Deno.test("paperFor() takes a bright sheet that can hardly be seen through for paper", async () => {
  assertEquals(await paper(255, { opaque: 0.9 }), "white");
});

Deno.test("paperFor() is white where nothing is transparent, and where all is", async () => {
  assertEquals(await paper(255, { hasAlpha: false }), "white");
  assertEquals(await paper(255, { opaque: 0 }), "white");
});

Deno.test("paperFor() leaves the picture to be used again", async () => {
  const image = sharp({ create: { width: 9, height: 5, channels: 4, background: "#fff8" } });
  await paperFor(image, { hasAlpha: true });
  const { info } = await image.raw().toBuffer({ resolveWithObject: true });
  assertEquals([info.width, info.height], [9, 5]);
});
