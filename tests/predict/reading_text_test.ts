import { assertEquals } from "../support/assert.ts";
import fc from "fast-check";
import type { ReadDigit } from "@lib/predict/read_digit.ts";
import type { Reading } from "@lib/predict/read_image.ts";
import { type ReadLine, type RejectedMark, writtenText } from "@lib/predict/read_line.ts";
import { readingText } from "@lib/predict/reading_text.ts";

const box = { x: 0, y: 0, width: 1, height: 1 };
const mark: RejectedMark = { box, why: "no digit" };

function read(digit: number, confidence: number): ReadDigit {
  const probabilities = new Float32Array(10).fill((1 - confidence) / 9);
  probabilities[digit] = confidence;
  return { digit, confidence, probabilities, nonDigit: 0, box, normalised: new Uint8Array(784) };
}

/** A line as it is written, such as `7,5`, every digit read with that confidence. */
function lineOf(written: string, confidence = 0.5): ReadLine {
  const digits = [...written].filter((sign) => /\d/.test(sign))
    .map((digit) => read(Number(digit), confidence));
  const separators = [...written].flatMap((sign, i) => {
    const after = written.slice(0, i).replace(/\D/g, "").length;
    return /\d/.test(sign) ? [] : [{ sign, box, after } as ReadLine["separators"][number]];
  });
  return { digits, separators, rejected: [], confidence: confidence ** digits.length };
}

function readingOf(lines: readonly ReadLine[], rest: Partial<Reading> = {}): Reading {
  const digits = lines.flatMap((line) => line.digits);
  return {
    text: lines.map((line) => line.digits.map(({ digit }) => digit).join("")).join("\n"),
    written: lines.map(writtenText).join("\n"),
    ...{ digits, lines, confidence: 0.5, rejected: [], turned: 0 },
    ...rest,
  };
}

Deno.test("readingText() lists all classes of a single digit", () => {
  const lines = readingText("a.png", readingOf([lineOf("7", 0.91)])).split("\n");
  assertEquals(lines.length, 11);
  assertEquals(lines[0], "a.png: 7 (91.0 %)");
  assertEquals(lines[1], "  0   1.0 %");
  assertEquals(lines[8], `  7  91.0 % ${"█".repeat(22)}`);
});

Deno.test("readingText() lists the digits of a number", () => {
  const line = { ...lineOf("42"), digits: [read(4, 0.5), read(2, 1)] };
  assertEquals(readingText("a.png", readingOf([line])), "a.png: 42\n  4 50.0 %  2 100.0 %");
});

Deno.test("readingText() lists the lines of a page", () => {
  const text = readingText("a.png", readingOf([lineOf("42"), lineOf("9", 0.99)]));
  assertEquals(text, "a.png: 2 lines\n  42: 4 50.0 %  2 50.0 %\n  9: 9 99.0 %");
});

Deno.test("readingText() writes the signs with the digits", () => {
  const signs = fc.constantFrom("/", "-", ",", ".", ":", "=", "+", "×");
  const number = fc.stringMatching(/^\d{2,4}$/);
  fc.assert(fc.property(number, signs, number, fc.nat(1), (first, sign, second, more) => {
    const written = first + sign + second;
    const lines = [lineOf(written), ...Array<ReadLine>(more).fill(lineOf("12"))];
    const [head, line] = readingText("a.png", readingOf(lines)).split("\n");
    if (more === 0) assertEquals(head, `a.png: ${written}`);
    else assertEquals([head, line.split(": ")[0]], ["a.png: 2 lines", `  ${written}`]);
  }));
});

Deno.test("readingText() says that a page is turned, and how many marks were left out", () => {
  const two = [lineOf("4217"), lineOf("99")];
  const texts = [
    readingOf([lineOf("4217")], { turned: 90 }),
    readingOf(two, { turned: 270, rejected: [mark] }),
    readingOf([lineOf("7", 0.91)], { rejected: [mark, mark] }),
  ].map((reading) => readingText("a.png", reading).split("\n"));
  assertEquals(texts.map(([head]) => head), [
    "a.png: 4217 (turned by 90°)",
    "a.png: 2 lines (turned by 270°)",
    "a.png: 7 (91.0 %)",
  ]);
  assertEquals(texts[1].at(-1), "  1 mark left out: see --json or --annotate");
  assertEquals(texts[2].at(-1), "  2 marks left out: see --json or --annotate");
});

Deno.test("readingText() aligns the cells of a table, empty ones too", () => {
  const rows = [["12", "", "3"], ["", "", ""], ["4", "567,8", ""]];
  const lines = [lineOf("123", 0.9), lineOf("4567,8", 0.99)];
  assertEquals(readingText("a.png", readingOf(lines, { rows })).split("\n"), [
    "a.png: 3 rows of cells",
    "  12      ·  3     72.9 %",
    "   ·      ·  ·",
    "   4  567,8  ·     95.1 %",
  ]);
});

Deno.test("readingText() lists lines beside a table, and tables with fewer columns", () => {
  const rows = [["1", "2", "3"], ["45"]];
  const lines = [lineOf("88"), lineOf("123"), lineOf("45")];
  assertEquals(readingText("a.png", readingOf(lines, { rows, turned: 180 })).split("\n"), [
    "a.png: 2 rows of cells, 1 line (turned by 180°)",
    "   1  2  3     12.5 %",
    "  45           25.0 %",
    "  88: 8 50.0 %  8 50.0 %",
  ]);
});

Deno.test("readingText() says plainly that there is nothing to read", () => {
  assertEquals(readingText("a.png", readingOf([])), "a.png: nothing to read");
  const text = readingText("a.png", readingOf([], { rejected: [mark, mark, mark] }));
  assertEquals(
    text,
    "a.png: nothing to read\n  3 marks left out: see --json or --annotate",
  );
});
