import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { csvRows } from "../../support/csv_rows.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { csvHeader, readingCsv } from "@lib/commands/cli/reading_csv.ts";
import { writtenText } from "@lib/predict/read_line.ts";

const signs = ["/", "-", ",", ".", ":", "=", "+", "×"] as const;
const box = { x: 0, y: 0, width: 1, height: 1 };

Deno.test("readingCsv() gives each line of digits a row with its signs and its confidence", () => {
  const rng = rngFromSeed(61);
  for (const file of ["a.png", 'a "b", c.pdf#2', "-"]) {
    const lines = Array.from({ length: 1 + rng.integer(5) }, () => {
      const digits = Array.from({ length: 1 + rng.integer(7) }, () => ({ digit: rng.integer(10) }));
      const separators = digits.slice(1).flatMap((_, i) => {
        return rng.integer(3) > 0 ? [] : [{ sign: signs[rng.integer(8)], box, after: i + 1 }];
      });
      return { digits, separators, confidence: rng.uniform() };
    });
    const csv = readingCsv(file, { lines });
    const [header, ...rows] = csvRows(`${csvHeader}\n${csv}`);
    assertEquals(header, ["file", "line", "text", "written", "confidence"]);
    assertEquals(rows.length, lines.length);
    for (const [i, [name, line, text, written, confidence]] of rows.entries()) {
      assertEquals([name, line], [file, String(i + 1)]);
      assertEquals(text, lines[i].digits.map(({ digit }) => digit).join(""));
      assertEquals(written, writtenText(lines[i]));
      assertEquals(written.replace(/\D/g, ""), text);
      assertAlmostEquals(Number(confidence), lines[i].confidence, 1e-6);
    }
  }
});

Deno.test("readingCsv() has no row where nothing was read", () => {
  assertEquals(readingCsv("blank.png", { lines: [] }), "");
});
