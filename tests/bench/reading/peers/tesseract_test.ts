import { assert, assertEquals, assertMatch, assertRejects } from "../../../support/assert.ts";
import { decode } from "fast-png";
import sharp, { type Sharp } from "sharp";
import { startTesseract, type Tesseract } from "../../../../bench/reading/peers/tesseract.ts";

const weights = { code: "eng", langPath: "/weights", gzip: true };

/** An engine that reads the same from every picture, and lists what it is asked. */
function fakeEngine(text: string, log: unknown[], pictures: Uint8Array[] = []): Tesseract {
  return {
    OEM: { LSTM_ONLY: 1 },
    createWorker: (language, engine, { errorHandler: _, ...options }) => {
      log.push([language, engine, options]);
      return Promise.resolve({
        setParameters: (parameters) => Promise.resolve(log.push(parameters)),
        recognize: (file) => {
          pictures.push(file);
          return Promise.resolve({ data: { text } });
        },
        terminate: () => Promise.resolve(log.push("ends")),
      });
    },
  };
}

/** Grey left of the middle, paper right of it. */
function pictureOf(width: number, height: number): Sharp {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return i % width < width / 2 ? 100 : 255;
  });
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}

Deno.test("startTesseract() takes its weights from their package, digits alone, and ends its worker", async () => {
  const log: unknown[] = [];
  const reader = await startTesseract(fakeEngine("", log), weights);
  assertMatch(reader.version, /^tesseract\.js \d+\.\d/);
  assertMatch(reader.setting, /100 rows/);
  const { langPath, gzip } = weights;
  assertEquals(log[0], ["eng", 1, { langPath, gzip, cacheMethod: "none" }]);
  const { tessedit_char_whitelist } = log[1] as Record<string, string>;
  assertEquals(tessedit_char_whitelist, "0123456789");
  await reader.close();
  assertEquals(log.at(-1), "ends");
});

Deno.test("startTesseract() reads amounts as a raw line, photographs as a single one, and keeps digits", async () => {
  const log: unknown[] = [];
  const { read } = await startTesseract(fakeEngine(" 1 2,3\n4O\n", log), weights);
  for (const [isCut, mode] of [[true, "13"], [false, "7"], [true, "13"]] as const) {
    assertEquals(await read(pictureOf(30, 10), isCut), "1234");
    assertEquals(log.at(-1), { tessedit_pageseg_mode: mode });
  }
});

Deno.test("startTesseract() scales to 100 rows and lays the edge's own grey around", async () => {
  const pictures: Uint8Array[] = [];
  const { read } = await startTesseract(fakeEngine("", [], pictures), weights);
  for (const [width, height] of [[30, 10], [600, 200], [7, 100]]) {
    await read(pictureOf(width, height), false);
    const drawn = decode(pictures.at(-1)!);
    const columns = Math.round(100 * width / height);
    assertEquals([drawn.width, drawn.height], [columns + 20, 120]);
    const at = (x: number): number => drawn.data[x * drawn.channels];
    assert(Math.abs(at(0) - 100) < 3 && Math.abs(at(drawn.width - 1) - 255) < 3);
  }
});

Deno.test("startTesseract() fails with what its worker tells, though the worker never answers", async () => {
  const engine: Tesseract = {
    OEM: { LSTM_ONLY: 1 },
    createWorker: (_language, _engine, { errorHandler }) => {
      errorHandler(new Error("no weights"));
      return new Promise(() => {});
    },
  };
  await assertRejects(() => startTesseract(engine, weights), Error, "no weights");
});
