import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertLessOrEqual,
  assertMatch,
  assertRejects,
} from "../../support/assert.ts";
import { deflateBomb } from "../../support/deflate_bomb.ts";
import { lock, pdfFile, type PdfPage } from "../../support/pdf_file.ts";
import { Buffer } from "node:buffer";
import sharp from "sharp";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { DecodedColours } from "@lib/preprocess/decode/colour_image.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { decodeLimits, documentLimits } from "@lib/preprocess/decode/limits.ts";
import { PdfDocument } from "@lib/preprocess/decode/pdf_document.ts";

const most = decodeLimits.workingPixels;
const whole = { name: "page", most };

/** A page of any size with a red square somewhere on it, all in whole points. */
interface Marked {
  readonly page: PdfPage;
  /** From the top left corner of the page as it is written. */
  readonly square: { readonly x: number; readonly y: number; readonly side: number };
}

function marked(rng: Rng, turn = 0): Marked {
  const [width, height] = [0, 0].map(() => 100 + rng.integer(400));
  const side = 20 + rng.integer(40);
  const [x, y] = [width, height].map((length) => rng.integer(length - side));
  const content = `1 0 0 rg ${x} ${height - y - side} ${side} ${side} re f`;
  return { page: { width, height, turn, content }, square: { x, y, side } };
}

/** The box of what is not white, in points, and its colour. */
function found({ width, pixels }: DecodedColours, pixelsPerPoint: number): number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (let i = 0; i < pixels.length; i += 3) {
    if (pixels[i + 1] > 128) continue;
    const [x, y] = [(i / 3) % width, Math.floor(i / 3 / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  }
  return [left, top, right, bottom].map((place) => place / pixelsPerPoint);
}

Deno.test("PdfDocument draws each page at 200 dots per inch, turned as it is seen", async () => {
  const rng = rngFromSeed(41);
  const drawn = Array.from({ length: 3 + rng.integer(4) }, (_, i) => marked(rng, 90 * (i % 4)));
  using document = await PdfDocument.open(pdfFile(drawn.map(({ page }) => page)), "a.pdf");
  assertEquals(document.pages, drawn.length);
  for (const i of rng.permutation(drawn.length)) { // in any order
    const { page: { width, height, turn = 0 }, square: { x, y, side } } = drawn[i];
    const image = await document.draw(i + 1, whole);
    const size = turn % 180 === 0 ? [width, height] : [height, width];
    assertEquals([image.width, image.height], size.map((side) => Math.round(side / 72 * 200)));
    assertEquals([image.full, image.channels], [undefined, 3]);
    const [left, top] = {
      0: [x, y],
      90: [height - y - side, x],
      180: [width - x - side, height - y - side],
      270: [y, width - x - side],
    }[turn]!;
    const wanted = [left, top, left + side, top + side];
    found(image, 200 / 72).forEach((place, k) => assertAlmostEquals(place, wanted[k], 0.8));
    const middle = 3 * (Math.round((top + side / 2) * 200 / 72) * image.width +
      Math.round((left + side / 2) * 200 / 72));
    assertEquals([...image.pixels.subarray(middle, middle + 3)], [255, 0, 0]);
  }
});

Deno.test("PdfDocument draws a large page smaller, and tells its size at 200 dots per inch", async () => {
  const rng = rngFromSeed(42);
  const [width, height] = [800 + rng.integer(700), 800 + rng.integer(700)];
  using document = await PdfDocument.open(pdfFile([{ width, height }]), "a.pdf");
  for (const limit of [most, 10_000]) {
    const image = await document.draw(1, { name: "page", most: limit });
    assertLessOrEqual(image.width * image.height, limit);
    assertAlmostEquals(image.width / image.height, width / height, 0.02);
    const full = { width: Math.round(width / 72 * 200), height: Math.round(height / 72 * 200) };
    assertEquals(image.full, full);
  }
});

Deno.test("PdfDocument draws a picture on a page in its colours", async () => {
  const background = { r: 200, g: 90, b: 10 };
  const data = await sharp({ create: { width: 50, height: 40, channels: 3, background } })
    .jpeg({ quality: 100, chromaSubsampling: "4:4:4" }).toBuffer();
  const picture = { data, filter: "DCTDecode", width: 50, height: 40 } as const;
  using document = await PdfDocument.open(pdfFile([{ width: 90, height: 72, picture }]), "a.pdf");
  const { width, height, pixels } = await document.draw(1, whole);
  assertEquals([width, height], [250, 200]);
  const middle = 3 * (100 * width + 125);
  [200, 90, 10].forEach((level, i) => assertAlmostEquals(pixels[middle + i], level, 3));
});

Deno.test("PdfDocument draws what was noted on a page", async () => {
  const { page, square: { x, y, side } } = marked(rngFromSeed(47));
  const { content: annotation, ...paper } = page;
  using document = await PdfDocument.open(
    pdfFile([{ ...paper, annotation: annotation! }]),
    "a.pdf",
  );
  const wanted = [x, y, x + side, y + side];
  const places = found(await document.draw(1, whole), 200 / 72);
  places.forEach((place, i) => assertAlmostEquals(place, wanted[i], 0.8));
});

Deno.test("PdfDocument refuses what is no whole, open PDF with pages, in one line", async () => {
  const rng = rngFromSeed(43);
  const bytes = pdfFile(Array.from({ length: 3 }, () => marked(rng).page));
  const junk = Uint8Array.from({ length: 3000 }, () => rng.integer(256));
  const files: [RegExp, Uint8Array][] = [
    [/found a PDF locked with a password/, pdfFile([{ width: 9, height: 9 }], lock)],
    [
      /found a PDF with an encryption that is not known/,
      pdfFile([{ width: 9, height: 9 }], lock.replace("/Standard", "/Unheard")),
    ],
    [/found a PDF without pages/, pdfFile([])],
    [/damaged PDF/, Buffer.concat([Buffer.from("%PDF-1.7\n"), junk, Buffer.from("%%EOF")])],
    [/truncated PDF/, Buffer.from("%PDF-1.7\n")],
    ...Array.from({ length: 8 }, (): [RegExp, Uint8Array] => {
      return [/truncated PDF/, bytes.subarray(0, rng.integer(bytes.length - 6))];
    }),
  ];
  for (const [wanted, file] of files) {
    const { message } = await assertRejects(() => PdfDocument.open(file, "a.pdf"), ImageError);
    assertMatch(message, /^Cannot read a\.pdf: found [^\n]+, wanted [^\n]+$/);
    assertMatch(message, wanted);
  }
});

Deno.test("PdfDocument reads on after a page that is damaged or too large", async () => {
  const rng = rngFromSeed(44);
  const pages = [marked(rng).page, undefined, { width: 9000, height: 9000 }, marked(rng).page];
  using document = await PdfDocument.open(pdfFile(pages), "a.pdf");
  await assertRejects(
    () => document.draw(2, whole),
    ImageError,
    "Cannot read page: found a damaged",
  );
  const error = await assertRejects(() => document.draw(3, whole), ImageError);
  assertMatch(error.message, /found 25,000 × 25,000 pixels, wanted at most 100 megapixels/);
  assert((await document.draw(4, whole)).pixels.length > 0);
  assert((await document.draw(1, whole)).pixels.length > 0);
  assertEquals(document.isSpent, false);
});

Deno.test("PdfDocument tells a damaged picture on a page from a white one", async () => {
  const size = { width: 60, height: 50 };
  const background = "white";
  const white = await sharp({ create: { ...size, channels: 3, background } }).jpeg().toBuffer();
  const rng = rngFromSeed(46);
  const cut = white.subarray(0, rng.integer(100));
  const junk = Uint8Array.from({ length: 500 }, () => rng.integer(256));
  const pages = [white, cut, junk].map((data) => {
    return { ...size, picture: { ...size, data, filter: "DCTDecode" } as const };
  });
  using document = await PdfDocument.open(pdfFile(pages), "a.pdf");
  assertEquals(new Set((await document.draw(1, whole)).pixels), new Set([255]));
  for (const page of [2, 3]) {
    await assertRejects(() => document.draw(page, whole), ImageError, "found a damaged page");
  }
});

Deno.test("PdfDocument starts PDFium anew after a page that takes too much memory", async () => {
  const good = marked(rngFromSeed(45)).page;
  const most = documentLimits.maxHeapBytes / 2 ** 20;
  const bomb = { width: 100, height: 100, deflated: deflateBomb(2 * most) }; // zeros are blanks
  using document = await PdfDocument.open(pdfFile([bomb, good]), "a.pdf");
  await assertRejects(() => document.draw(1, whole), ImageError, `more than ${most} MiB to draw`);
  assertEquals((await document.draw(2, whole)).width, Math.round(good.width / 72 * 200));
});
