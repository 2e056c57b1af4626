/** Makes the sample pages of `data/samples/`: a date, a table, a page that lies on its side, a letter of two
 * pages. Digits of MNIST's test set are written on them; of a few seeds, one was taken with which all of them
 * can be read. They come out the same every time.
 *
 * deno run --allow-read --allow-write=data/samples --allow-ffi --allow-env tests/support/make_page_samples.ts
 */
import sharp, { type Sharp } from "sharp";
import { projectPath } from "@lib/base/paths.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { turn } from "@lib/image/turn.ts";
import { gridRules } from "../../bench/pages/cases/grid_rules.ts";
import { drawHand } from "../../bench/pages/hand/hand.ts";
import { writeRow } from "../../bench/pages/hand/write_row.ts";
import { Sheet } from "../../bench/pages/sheet.ts";
import { pdfFile, type PdfPage } from "./pdf_file.ts";

const { test } = await loadMnist("package");
const folder = projectPath("data", "samples");

/** What stands in the cells of the table. */
const rows = [
  ["12", "340", "7", "96"],
  ["", "58", "21", "403"],
  ["65", "109", "", "8"],
  ["47", "", "530", "72"],
];

/** What stands on the others, line by line. */
const texts = {
  date: ["21/12/1971"],
  turned: ["60437", "28519", "74083"],
  letter: [["0176 438592", "21-12-1971"], ["50823", "7046"]],
};

/** Writes lines from the left edge, one below the other, from a height of the sheet on. */
function write(
  sheet: Sheet,
  lines: readonly string[],
  { height, left, top, own }: {
    readonly height: number;
    readonly left: number;
    readonly top: number;
    readonly own: Rng;
  },
): void {
  const hand = drawHand(test, height, own, { isDrawn: false });
  lines.forEach((text, i) => {
    const ink = writeRow(text, hand, own);
    sheet.lay(ink, left, top + (2.2 * i + 0.5) * height - ink.height / 2, 45);
  });
}

function date(): LightImage {
  const own = rngFromSeed(71).stream("date");
  const sheet = new Sheet(640, 130, 247);
  write(sheet, texts.date, { height: 66, left: 36, top: 32, own });
  return sheet.seen(1, own);
}

function table(): LightImage {
  const own = rngFromSeed(74).stream("table");
  const [left, top, cellWidth, cellHeight] = [24, 24, 132, 64];
  const grid = { left, top, cellWidth, cellHeight, columns: rows[0].length, rows: rows.length };
  const sheet = new Sheet(2 * left + 4 * cellWidth, 2 * top + rows.length * cellHeight, 250);
  sheet.print(gridRules(grid, () => 2), 60);
  const hand = drawHand(test, 34, own, { isDrawn: false });
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell === "") return;
      const [x, y] = [left + (column + 0.5) * cellWidth, top + (row + 0.5) * cellHeight];
      sheet.layAround(writeRow(cell, hand, own, { gap: () => 0.15 }), x, y, 40);
    })
  );
  return sheet.seen(0.5, own);
}

function turned(): LightImage {
  const own = rngFromSeed(74).stream("turned");
  const sheet = new Sheet(560, 480, 236);
  write(sheet, texts.turned, { height: 70, left: 60, top: 50, own });
  return turn(sheet.seen(2, own), "right");
}

async function letterPage(lines: readonly string[], page: number): Promise<PdfPage> {
  const own = rngFromSeed(71).stream("letter").fork(page);
  const sheet = new Sheet(583, 413, 255);
  write(sheet, lines, { height: 38, left: 60, top: 100, own });
  const { width, height } = sheet;
  const data = await pixelsOf(sheet.seen(0, own)).jpeg({ quality: 60 }).toBuffer();
  return { width: 420, height: 298, picture: { width, height, data, filter: "DCTDecode" } };
}

function pixelsOf({ width, height, pixels }: LightImage): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace("srgb");
}

const png = { palette: true, colours: 16 } as const;
const files: Readonly<Record<string, Uint8Array>> = {
  "date.png": await pixelsOf(date()).png(png).toBuffer(),
  "table.png": await pixelsOf(table()).png(png).toBuffer(),
  "turned.jpg": await pixelsOf(turned()).jpeg({ quality: 70 }).toBuffer(),
  "letter.pdf": pdfFile(await Promise.all(texts.letter.map(letterPage))),
};
for (const [file, bytes] of Object.entries(files)) await writeAtomic(`${folder}/${file}`, bytes);

const written = (lines: readonly string[]): string => lines.join("\n").replaceAll(" ", "");
const labels = {
  "date.png": { written: written(texts.date), turned: 0 },
  "table.png": { written: rows.map((cells) => cells.join("")).join("\n"), turned: 0, rows },
  "turned.jpg": { written: written(texts.turned), turned: 90 },
  "letter.pdf#1": { written: written(texts.letter[0]), turned: 0 },
  "letter.pdf#2": { written: written(texts.letter[1]), turned: 0 },
};
await writeAtomic(`${folder}/page_labels.json`, JSON.stringify(labels, null, 2) + "\n");
