import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { assertEquals, assertRejects } from "../support/assert.ts";
import { digitCsv, drawCsvStyle } from "../support/digit_csv.ts";
import { withFolder } from "../support/with_folder.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { readDigitCsv } from "@lib/download/read_digit_csv.ts";

function randomDataset(rng: Rng, size: number): Dataset {
  const draw = (length: number, bound: number): Uint8Array =>
    Uint8Array.from({ length }, () => rng.integer(bound));
  return { images: draw(size * 784, 256), labels: draw(size, 10), size };
}

function readText(text: string | Uint8Array, name = "train.csv"): Promise<Dataset> {
  return withFolder(async (folder) => {
    const path = join(folder, name);
    await Deno.writeFile(path, typeof text === "string" ? new TextEncoder().encode(text) : text);
    return await readDigitCsv(path);
  });
}

Deno.test("readDigitCsv() reads what any usual program writes, packed or not", async () => {
  const rng = rngFromSeed(1);
  for (let draw = 0; draw < 40; draw++) {
    const own = rng.fork(draw);
    const dataset = randomDataset(own, 1 + own.integer(60));
    const style = drawCsvStyle(own);
    const text = new TextEncoder().encode(digitCsv(dataset, style));
    const read = await readText(own.integer(2) === 0 ? text : gzipSync(text));
    assertEquals(read, dataset, JSON.stringify(style));
  }
});

Deno.test("readDigitCsv() makes room for as many rows as there are, and tells how far it is", () =>
  withFolder(async (folder) => {
    const rng = rngFromSeed(2);
    const size = 1024 + 1 + rng.integer(200); // more than it makes room for at first
    const dataset = randomDataset(rng, size);
    const path = join(folder, "a.csv");
    await Deno.writeTextFile(path, digitCsv(dataset, { header: "none" }));
    const fractions: number[] = [];
    const read = await readDigitCsv(path, (fraction) => fractions.push(fraction));
    assertEquals([read.size, read.images.length, read.images.buffer.byteLength], [
      size,
      size * 784,
      size * 784,
    ]);
    assertEquals(read, dataset);
    assertEquals(fractions.at(-1), 1);
    assertEquals(fractions, fractions.toSorted((a, b) => a - b));
  }));

Deno.test("readDigitCsv() names row and column of what it cannot take", async () => {
  const rng = rngFromSeed(3);
  const spoilt = ["256", "1000", "-1", "0.5", "x", "", "1e2", "12 7x"];
  for (const text of spoilt) {
    const [size, row, column] = [5, rng.integer(5), 1 + rng.integer(784)];
    const lines = digitCsv(randomDataset(rng, size), { header: "pixel0" }).split("\n");
    const fields = lines[1 + row].split(",");
    fields[column] = text;
    lines[1 + row] = fields.join(",");
    await assertRejects(
      () => readText(lines.join("\n")),
      RangeError,
      `train.csv: row ${row + 2}, column ${column + 1}: found ${JSON.stringify(text)}, wanted`,
    );
  }
});

Deno.test("readDigitCsv() names the row that is too short, too long, or has a wrong label", async () => {
  const rng = rngFromSeed(4);
  for (let draw = 0; draw < 20; draw++) {
    const row = rng.integer(3);
    const lines = digitCsv(randomDataset(rng, 3), { header: "none", lastEnd: false }).split("\n");
    const fields = lines[row].split(",");
    const change = 1 + rng.integer(300);
    const kinds: [number[] | string[], string][] = [
      [[...fields, ...Array(change).fill("7")], `found ${785 + change} columns, wanted 785`],
      [fields.slice(0, -change), `found ${785 - change} columns, wanted 785`],
      [["12", ...fields.slice(1)], "column 1: found label 12, wanted 0 to 9"],
    ];
    const [changed, fault] = kinds[rng.integer(3)];
    // The first row decides how many columns there are: that is another message.
    if (row === 0 && changed.length !== 785) continue;
    lines[row] = changed.join(",");
    const separator = fault.startsWith("column") ? ", " : ": ";
    const message = `train.csv: row ${row + 1}${separator}${fault}`;
    await assertRejects(() => readText(lines.join("\n")), RangeError, message);
  }
});

Deno.test("readDigitCsv() says what a file is that is no CSV file of labelled images", async () => {
  const digits = randomDataset(rngFromSeed(5), 2);
  const unlabelled = digitCsv(digits).split("\n").map((line) => line.replace(/^[^,]*,?/, ""));
  const indexed = digitCsv(digits).split("\n").map((line, i) => `${i},${line}`);
  const table: [string | Uint8Array, typeof TypeError | typeof RangeError, string][] = [
    [unlabelled.join("\n"), TypeError, "found 784 columns, pixels without labels"],
    [unlabelled.slice(1).join("\n"), TypeError, "found 784 columns, pixels without labels"],
    [indexed.join("\n"), TypeError, "found 786 columns, wanted 785: the label and 784 pixels; is"],
    ["ImageId,Label\n1,0\n", TypeError, "found 2 columns, wanted 785"],
    ["<!DOCTYPE html><p>a,b", TypeError, "found a web page (HTML), wanted a CSV file; download"],
    ["<!DOCTYPE html>" + "a,b".repeat(99_999), TypeError, "found a web page (HTML)"],
    ["PK\x03\x04 and so on", TypeError, "found a ZIP archive, wanted a CSV file; unpack it"],
    ["hello", TypeError, "found 1 column, wanted 785"],
    ["", RangeError, "found no rows of images, wanted at least 1"],
    ["\n\r\n", RangeError, "found no rows of images"],
    [digitCsv(digits).split("\n")[0], RangeError, "found no rows of images"],
    [gzipSync(digitCsv(digits)).subarray(0, 200), Error, 'train.csv: found "'],
  ];
  for (const [content, errorClass, message] of table) {
    const error = await assertRejects(() => readText(content), errorClass, message);
    assertEquals(error.message.includes("\n"), false);
  }
});
