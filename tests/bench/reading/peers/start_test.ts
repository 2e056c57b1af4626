import { assert, assertEquals, assertGreater, assertMatch } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import sharp, { type Sharp } from "sharp";
import { drawPages } from "../../../../bench/reading/draw_pages.ts";
import type { LineReader } from "../../../../bench/reading/peers/line_reader.ts";
import { startPpocr } from "../../../../bench/reading/peers/ppocr.ts";
import { startTesseract } from "../../../../bench/reading/peers/tesseract.ts";
import { digits } from "../../../support/written_digits.ts";

const pages = [...drawPages(digits, "line", "scan", 6, rngFromSeed(1))];

/** What a peer reads of each page, whole and with its margin. */
async function readAll({ read }: LineReader): Promise<[whole: string[], page: string[]]> {
  const pictures = pages.map(({ image: { width, height, pixels } }) => {
    return (): Sharp => sharp(pixels, { raw: { width, height, channels: 1 } });
  });
  const texts: [string[], string[]] = [[], []];
  for (const picture of pictures) {
    for (const [i, list] of texts.entries()) list.push(await read(picture(), i === 0));
  }
  return texts;
}

for (
  const [name, start, least] of [["tesseract.js", startTesseract, 0], [
    "PP-OCRv4",
    startPpocr,
    2,
  ]] as const
) {
  Deno.test(`${name} starts from its packages alone and reads digits, and nothing else`, async () => {
    const peer = await start();
    try {
      assertMatch(peer.version, new RegExp(`^${name} .*\\d\\.\\d`));
      const texts = await readAll(peer);
      assert(texts.flat().every((text) => /^\d*$/.test(text)), texts.join());
      assertGreater(texts.flat().join("").length, 0);
      const right = texts[1].filter((text, i) => text === pages[i].text).length;
      assert(right >= least, texts[1].join());
      const blank = sharp({ create: { width: 200, height: 60, channels: 3, background: "white" } });
      assertEquals(await peer.read(blank, false), "");
    } finally {
      await peer.close();
    }
  });
}
