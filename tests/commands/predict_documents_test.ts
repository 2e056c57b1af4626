import { assert, assertEquals, assertMatch, assertStringIncludes } from "../support/assert.ts";
import { csvRows } from "../support/csv_rows.ts";
import { pdfFile, type PdfPage } from "../support/pdf_file.ts";
import { runTask, type TaskRun } from "../support/run_task.ts";
import { saidLines } from "../support/said_lines.ts";
import { tiffFile } from "../support/tiff_file.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import sharp from "sharp";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";

const samples: Readonly<Record<string, string>> = {
  "postal_code.jpg": "50823",
  "telephone_number.jpg": "0176\n438592",
};

interface Line {
  readonly file: string;
  readonly text?: string;
  readonly error?: string;
  readonly digits?: readonly { readonly box: { readonly x: number; readonly width: number } }[];
}

const sample = (name: string): string => projectPath("data", "samples", name);
const linesOf = ({ stdout }: TaskRun): Line[] =>
  stdout.trim().split("\n").map((text) => JSON.parse(text));

/** A page with a sample on it, of as many pixels at 200 dots per inch, or more by a scale. */
async function samplePage(name: string, scale = 1): Promise<PdfPage> {
  const data = await Deno.readFile(sample(name));
  const size = await sharp(data).metadata();
  const picture = { data, width: size.width, height: size.height, filter: "DCTDecode" } as const;
  const [width, height] = [size.width, size.height].map((side) => scale * side / 200 * 72);
  return { width, height, picture };
}

/** Random samples, each with its text. */
function some(seed: number, count: number): [name: string, text: string][] {
  const rng = rngFromSeed(seed);
  const all = Object.entries(samples);
  return Array.from({ length: count }, () => all[rng.integer(all.length)]);
}

Deno.test("predict reads a PDF and a TIFF page by page, one with one page under its own name", () =>
  withFolder(async (folder) => {
    const three = some(71, 3);
    const blank = { width: 300, height: 200 };
    const pages = await Promise.all(three.map(([name]) => samplePage(name)));
    const files = {
      "three.pdf": pdfFile([...pages, blank, undefined]),
      "one.PDF": pdfFile([await samplePage("postal_code.jpg")]),
      "two.tif": tiffFile([
        { image: await decodeImage(sample("postal_code.jpg")) },
        { image: await decodeImage(sample("telephone_number.jpg")) },
      ]),
      "locked.pdf": "%PDF-1.7",
    };
    for (const [name, bytes] of Object.entries(files)) {
      const content = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
      await Deno.writeFile(join(folder, name), content);
    }
    const run = await runTask("predict", ["--json", "."], { folder });
    assertEquals(run.code, 1);
    const wanted = [
      ["locked.pdf", undefined],
      ["one.PDF", "50823"],
      ...three.map(([_, text], i) => [`three.pdf#${i + 1}`, text]),
      ["three.pdf#4", ""],
      ["three.pdf#5", undefined],
      ["two.tif#1", "50823"],
      ["two.tif#2", "0176\n438592"],
    ];
    assertEquals(linesOf(run).map(({ file, text }) => [file, text]), wanted);
    const errors = linesOf(run).flatMap(({ error }) => error ?? []);
    assertEquals(saidLines(run.stderr), errors.map((error) => `predict: ${error}`));
    assertMatch(errors[0], /locked\.pdf: found a truncated PDF/);
    assertMatch(errors[1], /three\.pdf#5: found a damaged page/);
  }));

Deno.test("predict reads a document that comes through standard input, boxes at 200 dots per inch", async () => {
  const scale = 5; // more pixels than are worked on
  const pages = [await samplePage("postal_code.jpg"), await samplePage("postal_code.jpg", scale)];
  const run = await runTask("predict", ["--json", "-"], { input: pdfFile(pages) });
  const lines = linesOf(run);
  assertEquals(lines.map(({ file, text }) => [file, text]), [["-#1", "50823"], ["-#2", "50823"]]);
  const [small, large] = lines.map(({ digits }) => digits!.map(({ box }) => box.x + box.width / 2));
  small.forEach((x, i) => assert(Math.abs(large[i] / scale - x) < 8, `${large[i]} and ${x}`));
  assertEquals((await runTask("predict", ["-"], { input: pdfFile([]) })).code, 1);
});

Deno.test("predict --csv prints a row for each line of digits, and none for what has no digits", () =>
  withFolder(async (folder) => {
    const pages = await Promise.all(Object.keys(samples).map((name) => samplePage(name)));
    await Deno.writeFile(join(folder, "a.pdf"), pdfFile([...pages, { width: 300, height: 200 }]));
    const line = ["--csv", "a.pdf", "none.pdf", sample("postal_code.jpg")];
    const { code, stdout, stderr } = await runTask("predict", line, { folder });
    const [header, ...rows] = csvRows(stdout);
    assertEquals([code, header], [1, ["file", "line", "text", "written", "confidence"]]);
    assertEquals(rows.map((row) => row.slice(0, 3)), [
      ["a.pdf#1", "1", "50823"],
      ["a.pdf#2", "1", "0176"],
      ["a.pdf#2", "2", "438592"],
      [sample("postal_code.jpg"), "1", "50823"],
    ]);
    for (const [, , text, written, confidence] of rows) {
      assertEquals(written.replace(/\D/g, ""), text);
      assertMatch(confidence, /^(0\.\d{6}|1\.000000)$/);
    }
    assertStringIncludes(stderr, "none.pdf: found no such file");
    const both = await runTask("predict", ["--csv", "--json", "a.pdf"], { folder });
    assertEquals([both.code, both.stdout], [2, ""]);
    assertStringIncludes(both.stderr, "found --json and --csv");
  }));

Deno.test("predict --annotate writes a picture of each page", () =>
  withFolder(async (folder) => {
    const pages = await Promise.all(Object.keys(samples).map((name) => samplePage(name)));
    await Deno.writeFile(join(folder, "a.pdf"), pdfFile(pages));
    const out = join(folder, "out");
    const { code } = await runTask("predict", ["--annotate", out, "a.pdf"], { folder });
    assertEquals(code, 0);
    assertEquals([...Deno.readDirSync(out)].map(({ name }) => name).sort(), ["a#1.png", "a#2.png"]);
    const { width, height } = await sharp(sample("postal_code.jpg")).metadata();
    const drawn = await sharp(join(out, "a#1.png")).metadata();
    assert(Math.abs(drawn.width - width) <= 40 && drawn.height >= height - 1, `${drawn.width}`);
    const one = await runTask("predict", ["--annotate", join(folder, "b.jpg"), "a.pdf"], {
      folder,
    });
    assertEquals(one.code, 0);
    assertEquals((await sharp(join(folder, "b#2.jpg")).metadata()).format, "jpeg");
  }));
