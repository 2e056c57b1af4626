import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { csvRows } from "../../support/csv_rows.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { csvHeader, readingCsv } from "@lib/commands/cli/reading_csv.ts";

Deno.test("readingCsv() gives each line of digits a row with the product of its confidences", () => {
  const rng = rngFromSeed(61);
  for (const file of ["a.png", 'a "b", c.pdf#2', "-"]) {
    const lines = Array.from(
      { length: 1 + rng.integer(5) },
      () =>
        Array.from({ length: 1 + rng.integer(7) }, () => ({
          digit: rng.integer(10),
          confidence: rng.uniform(),
        })),
    );
    const text = lines.map((line) => line.map(({ digit }) => digit).join("")).join("\n");
    const csv = readingCsv(file, { text, digits: lines.flat() });
    const [header, ...rows] = csvRows(`${csvHeader}\n${csv}`);
    assertEquals(header, ["file", "line", "text", "confidence"]);
    assertEquals(rows.length, lines.length);
    for (const [i, [name, line, digits, confidence]] of rows.entries()) {
      assertEquals([name, line, digits], [file, String(i + 1), text.split("\n")[i]]);
      const product = lines[i].reduce((all, { confidence }) => all * confidence, 1);
      assertAlmostEquals(Number(confidence), product, 1e-6);
    }
  }
});

Deno.test("readingCsv() has no row where nothing was read", () => {
  assertEquals(readingCsv("blank.png", { text: "", digits: [] }), "");
});
