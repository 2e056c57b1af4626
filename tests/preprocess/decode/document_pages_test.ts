import {
  assert,
  assertEquals,
  assertGreater,
  assertMatch,
  assertRejects,
} from "../../support/assert.ts";
import { deflateBomb } from "../../support/deflate_bomb.ts";
import { pdfFile, type PdfPage } from "../../support/pdf_file.ts";
import { tiffFile } from "../../support/tiff_file.ts";
import sharp from "sharp";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { documentPages } from "@lib/preprocess/decode/document_pages.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { documentLimits } from "@lib/preprocess/decode/limits.ts";

/** What became of the pages: name, width and light of each, or the words of its error. */
async function outcome(bytes: Uint8Array): Promise<string[]> {
  const seen: string[] = [];
  try {
    for await (const { suffix, source } of documentPages(bytes, "file")) {
      const name = `file${suffix}`;
      seen.push(
        await decodeImage(source, { name }).then(
          ({ width, pixels }) => `${name} ${width} ${pixels[0]}`,
          ({ message }: ImageError) => message,
        ),
      );
    }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    seen.push(error.message);
  }
  return seen;
}

/** A page of a PDF that is as many pixels wide, in one grey. */
function greyPage(width: number, level: number): PdfPage {
  const points = width / 200 * 72;
  return { width: points, height: points, content: `${level / 255} g 0 0 999 999 re f` };
}

/** A page of a TIFF that is as many pixels wide, in one grey. */
function greyImage(width: number, level: number): ReturnType<typeof lightImage> {
  return lightImage(width, 3, new Uint8Array(3 * width).fill(level));
}

Deno.test("documentPages() numbers the pages of a PDF and of a TIFF, unless there is one", async () => {
  const rng = rngFromSeed(51);
  for (const count of [1, 2, 3 + rng.integer(6)]) {
    const sizes = Array.from(
      { length: count },
      () => [50 * (1 + rng.integer(9)), rng.integer(256)],
    );
    const wanted = sizes.map(([width, level], i) =>
      `file${count === 1 ? "" : `#${i + 1}`} ${width} ${level}`
    );
    const pdf = pdfFile(sizes.map(([width, level]) => greyPage(width, level)));
    assertEquals(await outcome(pdf), wanted);
    const directories = sizes.map(([width, level]) => ({ image: greyImage(width, level) }));
    for (const isBig of [true, false]) {
      assertEquals(await outcome(tiffFile(directories, { isBig })), wanted);
    }
  }
});

Deno.test("documentPages() passes over the thumbnails of a TIFF", async () => {
  const [page, small] = [{ image: greyImage(90, 7) }, { image: greyImage(9, 8), subfileType: 1 }];
  assertEquals(await outcome(tiffFile([page, small])), ["file 90 7"]);
  assertEquals(await outcome(tiffFile([small, page])), ["file 90 7"]);
  assertEquals(await outcome(tiffFile([page, small, page])), ["file#1 90 7", "file#2 90 7"]);
});

Deno.test("documentPages() takes an image, or the first frame of an animation, for one page", async () => {
  const frames = await Promise.all([20, 90, 200].map((level) => {
    return sharp(new Uint8Array(48).fill(level), { raw: { width: 8, height: 6, channels: 1 } })
      .png().toBuffer();
  }));
  const moving = sharp(frames, { join: { animated: true } });
  for (const bytes of [await moving.gif().toBuffer(), await moving.webp().toBuffer(), frames[0]]) {
    const [only, ...others] = await outcome(bytes);
    assertMatch(only, /^file 8 (19|2[01])$/);
    assertEquals(others, []);
  }
  assertMatch((await outcome(new TextEncoder().encode("words")))[0], /found text/);
});

Deno.test("documentPages() goes on after a bad page, wherever it is", async () => {
  const rng = rngFromSeed(52);
  for (let repeat = 0; repeat < 4; repeat++) {
    const count = 2 + rng.integer(4);
    const bad = rng.integer(count);
    const pages = Array.from({ length: count }, (_, i) => i === bad ? undefined : greyPage(50, 9));
    (await outcome(pdfFile(pages))).forEach((seen, i) => {
      if (i === bad) assertMatch(seen, new RegExp(`^Cannot read file#${bad + 1}: found a damaged`));
      else assertEquals(seen, `file#${i + 1} 50 9`);
    });
    // A picture that says to lie beyond the end, in a chain of directories that is whole.
    const images = Array.from({ length: count }, () => ({ image: greyImage(50, 9) }));
    const tiff = tiffFile(images).slice();
    const view = new DataView(tiff.buffer);
    const directory = 8 + 150 + bad * (150 + 2 + 9 * 12 + 4);
    view.setUint32(directory + 2 + 5 * 12 + 4, 4, true); // StripOffsets: a number of four
    view.setUint32(directory + 2 + 5 * 12 + 8, tiff.length, true);
    view.setUint16(directory + 2 + 5 * 12 + 2, 4, true);
    view.setUint32(directory + 2 + 5 * 12 + 4, 1, true);
    (await outcome(tiff)).forEach((seen, i) => {
      if (i === bad) assertMatch(seen, new RegExp(`^Cannot read file#${bad + 1}: found a trunc`));
      else assertEquals(seen, `file#${i + 1} 50 9`);
    });
  }
});

Deno.test("documentPages() stops where pages of a PDF take too long, and says which it left out", async () => {
  const [width, height] = [25_000, 25_000];
  const data = deflateBomb(Math.ceil(3 * width * height / 2 ** 20));
  const slow = {
    width: 50,
    height: 50,
    picture: { width, height, data, filter: "FlateDecode" } as const,
    content: "q 50 0 0 50 0 0 cm /P Do Q ".repeat(99),
  };
  const [first, ...seen] = await outcome(pdfFile([greyPage(50, 9), slow, slow, slow, slow]));
  assertEquals(first, "file#1 50 9");
  const last = seen.pop() ?? "";
  // How many pages are begun before the time is over is the machine's affair.
  assert(seen.length === 1 || seen.length === 2, `${seen}`);
  seen.forEach((line, i) => {
    const refused = `^Cannot read file#${
      i + 2
    }: found a PDF that takes longer than [1-4] s to draw, `;
    assertMatch(line, new RegExp(`${refused}wanted a simpler one$`));
  });
  assertEquals(
    last,
    "Cannot read file: found pages that take too long to draw, wanted simpler ones; " +
      `left out #${seen.length + 2} to #5`,
  );
});

Deno.test("documentPages() reads or refuses a PDF with bytes that are wrong anywhere", async () => {
  const rng = rngFromSeed(53);
  const whole = pdfFile([greyPage(50, 1), greyPage(60, 2), greyPage(70, 3)]);
  let refused = 0;
  for (let repeat = 0; repeat < 24; repeat++) {
    const bytes = Uint8Array.from(whole);
    for (let i = 0; i < 1 + 2 * repeat; i++) bytes[rng.integer(bytes.length)] = rng.integer(256);
    const seen = await outcome(bytes);
    for (const page of seen) {
      assertMatch(page, /^file(#\d)? \d+ \d+$|^Cannot read file[^\n]*: found [^\n]+$/);
    }
    if (seen.some((page) => page.startsWith("Cannot"))) refused++;
  }
  assertGreater(refused, 0);
});

Deno.test("documentPages() refuses a cut TIFF, wherever it is cut", async () => {
  const tiff = tiffFile([1, 2, 3].map((level) => ({ image: greyImage(50, level) })));
  const wanted = "Cannot read file: found a truncated or damaged TIFF, wanted a whole one";
  for (let length = 4; length < tiff.length; length += 31) {
    assertEquals(await outcome(tiff.subarray(0, length)), [wanted], `${length} bytes`);
  }
});

Deno.test("documentPages() reads so many pages, and says which", async () => {
  const { maxPages } = documentLimits;
  const wanted = `Cannot read file: found more than ${maxPages} pages`;
  for (
    const bytes of [
      pdfFile(Array(maxPages + 1).fill(greyPage(5, 0))),
      tiffFile(Array(maxPages + 1).fill({ image: greyImage(5, 0) })),
    ]
  ) {
    const seen = await outcome(bytes);
    assertEquals(seen.length, maxPages + 1);
    assertEquals(seen[maxPages - 1], `file#${maxPages} 5 0`);
    assertEquals(seen[maxPages].startsWith(wanted), true);
    assertMatch(seen[maxPages], new RegExp(`; read #1 to #${maxPages}, split the document`));
  }
});

Deno.test("documentPages() gives PDFium's memory back when it is left halfway", async () => {
  const bytes = pdfFile([greyPage(50, 1), greyPage(50, 2)]);
  let left: (() => Promise<unknown>) | undefined;
  for await (const { source } of documentPages(bytes, "file")) {
    left = () => decodeImage(source);
    break;
  }
  await assertRejects(left!, Error, "found its PDF closed");
});
