import { join } from "node:path";
import { assertEquals, assertRejects, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { projectPath } from "@lib/base/paths.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { printPdf } from "@lib/commands/notebooks/print_pdf.ts";
import { findNotebooks } from "@lib/commands/notebooks/find_notebooks.ts";
import { ProgressLine } from "@lib/commands/cli/progress.ts";
import { reportCommand } from "@lib/commands/report.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { makeNotebook } from "../report/make_notebook.ts";
import { hasBrowser } from "../support/browser.ts";
import { type Captured, captured } from "./captured.ts";

const notebooks = projectPath("tests", "notebooks");
const progress = new ProgressLine({ write: () => {}, inPlace: false, width: 80 });

function report(folder: string, ...line: string[]): Promise<Captured> {
  const out = join(folder, "out");
  return captured(() =>
    reportCommand(line, { notebooks, runs: join(folder, "runs"), reports: out, progress })
  );
}

Deno.test("report --json writes the named notebook and prints one line", () =>
  withFolder(async (folder) => {
    const { code, stdout, stderr } = await report(folder, "--json", "displays.ipynb");
    assertEquals([code, stderr], [0, ""]);
    const { notebook, cells, report: path, seconds } = JSON.parse(stdout);
    assertEquals([notebook, cells, typeof seconds], ["displays.ipynb", 8, "number"]);
    assertStringIncludes(path, "displays.html");
    const files = [...Deno.readDirSync(join(folder, "out"))].map(({ name }) => name);
    assertEquals(files, ["displays.html"]);
    const html = await Deno.readTextFile(join(folder, "out", "displays.html"));
    assertStringIncludes(html, "deno task report displays --profile quick");
    assertStringIncludes(html, "one &lt;b&gt;\ntwo");
  }));

Deno.test("report notices the notebook that must fail, and ends with 1", () =>
  withFolder(async (folder) => {
    const { code, stdout, stderr } = await report(folder, "must_fail");
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, "must_fail.ipynb, cell [2]:");
    assertStringIncludes(stderr, "RangeError: this cell must fail <here>");
    assertEquals([...Deno.readDirSync(folder)].filter(({ name }) => name === "out"), []);
  }));

Deno.test("report --to md writes Markdown with its figures beside it", () =>
  withFolder(async (folder) => {
    const { code, stdout } = await report(folder, "--to", "md", "--fold", "displays");
    assertEquals(code, 0);
    assertStringIncludes(stdout, "displays.md");
    const text = await Deno.readTextFile(join(folder, "out", "displays.md"));
    for (const [, path] of text.matchAll(/\]\((displays_files\/[^)]*)\)/g)) {
      await Deno.stat(join(folder, "out", path));
    }
    assertStringIncludes(text, "displays_files/figure_1.svg");
    assertEquals(text.includes("```ts"), false);
  }));

Deno.test({
  name: "report --to pdf prints with the browser of this machine, and leaves the PDF alone",
  ignore: !hasBrowser,
  fn: () =>
    withFolder(async (folder) => {
      const { code, stderr } = await report(folder, "--to", "pdf", "displays");
      assertEquals([code, stderr], [0, ""]);
      const files = [...Deno.readDirSync(join(folder, "out"))].map(({ name }) => name);
      assertEquals(files, ["displays.pdf"]);
      const pdf = await Deno.readFile(join(folder, "out", "displays.pdf"));
      const text = new TextDecoder("latin1").decode(pdf);
      assertEquals(text.slice(0, 5), "%PDF-");
      assertStringIncludes(text, "/Outlines", "a reader finds the sections");
      assertEquals(/file:/.test(text), false, "no link leads to a place of this machine");
    }),
});

Deno.test("printPdf() says what to install where there is no browser", () =>
  withFolder(async (folder) => {
    const pdf = join(folder, "x.pdf");
    await assertRejects(
      () => printPdf(join(folder, "x.html"), pdf, { programs: [join(folder, "none")] }),
      Error,
      "install the package chromium",
    );
    assertEquals([...Deno.readDirSync(folder)], []);
  }));

Deno.test("report runs a notebook of any folder, with variables set, and saves it executed", () =>
  withFolder(async (folder) => {
    const elsewhere = join(folder, "elsewhere");
    await Deno.mkdir(elsewhere);
    const path = join(elsewhere, "mine.ipynb");
    await Deno.writeTextFile(join(elsewhere, "beside.txt"), "beside");
    const { cells: [cell], ...rest } = makeNotebook("");
    const declared = "let seed = 1;\nconst steps = 5, $ = 2;\nvar lr = 0.1;";
    const sources = [
      declared,
      "seed",
      "[steps, lr, word].join()",
      `Deno.readTextFileSync("beside.txt")`,
    ];
    const notebook = {
      ...rest,
      cells: sources.map((source, index) => ({
        ...cell,
        source,
        metadata: index === 0 ? { tags: ["parameters"] } : {},
      })),
    };
    await Deno.writeTextFile(path, JSON.stringify(notebook));
    const to = join(folder, "executed");
    const line = ["--set", "seed=3,steps=7,lr=0.2,word=two words", "--execute-to", to, path];
    const { code, stdout, stderr } = await report(folder, ...line);
    assertEquals([code, stderr], [0, ""]);
    assertStringIncludes(stdout, "mine.html");
    const text = await Deno.readTextFile(join(to, "mine.ipynb"));
    const executed = parseNotebook(text, "mine.ipynb");
    const results = executed.cells.flatMap((each) =>
      each.cell_type === "code"
        ? each.outputs.map((output) => "data" in output && output.data["text/plain"])
        : []
    );
    assertEquals(results, ["3", `"7,0.2,two words"`, `"beside"`]);
  }));

Deno.test("report --execute-to saves what was run before a cell failed", () =>
  withFolder(async (folder) => {
    const to = join(folder, "executed");
    const { code } = await report(folder, "--execute-to", to, "must_fail");
    assertEquals(code, 1);
    const text = await Deno.readTextFile(join(to, "must_fail.ipynb"));
    const { cells } = parseNotebook(text, "must_fail.ipynb");
    const kinds = cells.flatMap((cell) =>
      cell.cell_type === "code" ? cell.outputs.map(({ output_type }) => output_type) : []
    );
    assertEquals(kinds.at(-1), "error");
  }));

Deno.test("report takes names, file names and paths, in the order of the course", async () => {
  const wanted = ["must_fail.ipynb", "some/where/displays.ipynb"];
  assertEquals(await findNotebooks(notebooks, wanted), ["displays", "must_fail"]);
  assertEquals(await findNotebooks(notebooks, []), ["displays", "must_fail"]);
  await assertRejects(() => findNotebooks(notebooks, ["07_no"]), UsageError, "displays, must_fail");
});

Deno.test("report --help says what it does; what it does not know is a wrong usage", async () => {
  const { code, stdout } = await captured(() => reportCommand(["--help"]));
  assertEquals(code, 0);
  assertStringIncludes(stdout, "[NOTEBOOK…]");
  for (
    const line of [
      ["--profile", "fast"],
      ["--profile", "handwriting"],
      ["--fast"],
      [
        "no_such_notebook",
      ],
      ["--to", "docx"],
      ["--timeout", "0"],
      ["--set", "seed"],
      ["--book", "01_download"],
      [
        "--book",
        "--to",
        "md",
      ],
    ]
  ) {
    await assertRejects(() => reportCommand(line), UsageError);
  }
});

Deno.test("report takes no other folder than the one that its task may write to", async () => {
  const { code, stdout, stderr } = await runTask("report", ["--out", "elsewhere"]);
  assertEquals([code, stdout], [2, ""]);
  assertStringIncludes(stderr, "--out");
});
