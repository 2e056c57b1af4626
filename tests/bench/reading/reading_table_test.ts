import { assertEquals } from "../../support/assert.ts";
import { fieldKinds } from "../../../bench/pages/field_case.ts";
import { kindsWithoutDigits } from "../../../bench/pages/page_without_digits.ts";
import { pageKinds } from "../../../bench/reading/draw_pages.ts";
import { type ReadingResults, readingTable } from "../../../bench/reading/reading_table.ts";

const each = <Kind extends string, Value>(kinds: readonly Kind[], value: Value) =>
  Object.fromEntries(kinds.map((kind) => [kind, value])) as Record<Kind, Value>;

const results: ReadingResults = {
  cheques: { images: 200, right: 160 },
  synthetic: each(pageKinds, { scan: 1, photo: 0.9, hard: 0.8 }),
  fields: { ...each(fieldKinds, 0.95), comb: 0.5 },
  certainty: {
    photographs: {
      whenSure: { images: 50, right: 49 },
      readings: 100,
      points: [
        {
          ...{ threshold: 0.97, coverage: 0.4, risk: 0, read: 40, wrong: 0 },
          riskAtMost: 0.088,
        },
        null,
      ],
    },
    fields: { whenSure: { images: 0, right: 0 }, readings: 10, points: [null, null] },
    cheques: null,
  },
  cut: { 28: 0.99, 16: 0.98, 8: 0.97 },
  falselyRead: { ...each(kindsWithoutDigits, 0), bars: 0.1 },
  page: { digits: 108, seconds: 0.41 },
  line: 12.5,
  ablation: {
    cheques: { cuts: 0.75, line: 0.7, both: 0.8 },
    synthetic: each(pageKinds.filter((kind) => kind !== "single"), {
      cuts: 0.8,
      line: 0.7,
      both: 0.9,
    }),
  },
  peers: {
    tesseract: {
      ...{ version: "Scribe 7.0", setting: "digits alone", milliseconds: 90 },
      cheques: { images: 200, right: 18 },
      synthetic: {
        line: { scan: 0.5, photo: 0.4, hard: 0.3 },
        touching: { scan: 0, photo: 0, hard: 0.3 },
        cheque: { scan: 0, photo: 0, hard: 0 },
      },
    },
    ppocr: null,
  },
};

/** The cells of the line that begins with `name`. */
function cells(text: string, name: string): string[] {
  const line = text.split("\n").find((row) => row.startsWith(`| ${name} `)) ?? "";
  return line.split("|").slice(1, -1).map((cell) => cell.trim());
}

Deno.test("readingTable() sets each result beside what is aimed at", () => {
  const text = readingTable(results);
  assertEquals(cells(text, "comb"), ["comb", "50.0 %", "≥ 90 %"]);
  assertEquals(cells(text, "cheque amounts").slice(2), ["80.0 % of 200", "≥ 86 %"]);
  assertEquals(cells(text, "synthetic photographs").slice(2), ["90.0 %", "≥ 94 %"]);
  assertEquals(cells(text, "all without digits").slice(2), ["1.0 %", "≤ 0.5 %"]);
  assertEquals(cells(text, "a line of eight digits").slice(2), ["12.5 ms", "≤ 15 ms"]);
  assertEquals(cells(text, "2,000 × 3,000 pixels").slice(2), ["0.41 s", "≤ 0.4 s"]);
  assertEquals(cells(text, "touching").at(-1), "≥ 88 %");
  assertEquals(cells(text, "by reader: cheque amounts").slice(1), ["75.0 %", "70.0 %", "80.0 %"]);
  for (const kind of [...fieldKinds, ...kindsWithoutDigits, ...pageKinds]) {
    assertEquals(cells(text, kind)[0], kind);
  }
});

Deno.test("readingTable() sets peers beside us, with version and setting, and says which do not run", () => {
  const text = readingTable(results);
  const shares = ["9.0 % of 200", "40.0 %", "10.0 %", "0.0 %"];
  assertEquals(cells(text, "here").slice(1, 5), ["80.0 % of 200", "90.0 %", "90.0 %", "90.0 %"]);
  assertEquals(cells(text, "Scribe 7.0"), ["Scribe 7.0", ...shares, "90", "digits alone"]);
  assertEquals(cells(text, "ppocr").slice(0, 3), ["ppocr", "does not run", ""]);
  const peers = { ...results.peers, tesseract: { ...results.peers.tesseract!, cheques: null } };
  const without = readingTable({ ...results, cheques: null, peers });
  assertEquals(cells(without, "Scribe 7.0").slice(1, 3), ["not there", "40.0 %"]);
});

Deno.test("readingTable() tells how far confidence holds, and from which on it does", () => {
  const text = readingTable(results);
  assertEquals(cells(text, "certainty: synthetic photographs").slice(1), [
    "50 of 100",
    "2.0 %",
    "≤ 3 %",
    "40.0 % from 0.97 on, 0 wrong",
    "none",
  ]);
  assertEquals(cells(text, "certainty: pictures from the field").slice(1, 3), ["0 of 10", "none"]);
});

Deno.test("readingTable() says what there was nothing of", () => {
  const text = readingTable({ ...results, cheques: null });
  assertEquals(cells(text, "cheque amounts")[2], "not there");
  assertEquals(cells(text, "certainty: cheque amounts")[1], "not there");
});
