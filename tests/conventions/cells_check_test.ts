import { assertEquals, assertMatch, assertStringIncludes } from "../support/assert.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { cellModule } from "./cell_module.ts";
import { checkCells } from "./check_cells.ts";
import { projectFiles, type TextFile } from "./project_files.ts";

const notebooks = await projectFiles((path) => /^notebooks\/.*\.ipynb$/.test(path));

/** A notebook of a line of prose and these code cells. */
function notebook(path: string, ...cells: string[]): TextFile {
  const code = cells.map((source) => ({ cell_type: "code", source, metadata: {}, outputs: [] }));
  const prose = { cell_type: "markdown", source: "A line of prose: no code.", metadata: {} };
  return {
    path,
    text: JSON.stringify({ cells: [prose, ...code], metadata: {}, nbformat: 4, nbformat_minor: 5 }),
  };
}

Deno.test({
  name: "the code cells of all notebooks type-check",
  ignore: notebooks.length === 0,
  fn: async () => assertEquals(await checkCells(notebooks), ""),
});

Deno.test("checkCells() lets cells share names, await, import from lib and use Deno.jupyter", async () => {
  const good = notebook(
    "good.ipynb",
    `import { sha256 } from "@lib/base/sha256.ts";\nconst bytes = new Uint8Array([1])`,
    `[await Promise.resolve(sha256(bytes))]`,
    `await Deno.jupyter.display({}, { raw: true })`,
  );
  assertEquals(await checkCells([good]), "");
});

Deno.test("checkCells() names notebook and cell of what does not type-check", async () => {
  const report = await checkCells([
    notebook("notebooks/good.ipynb", "1 + 1"),
    notebook(
      "notebooks/bad.ipynb",
      `import { sha256 } from "@lib/base/sha256.ts";\n`,
      "const digest = sha256(1);\ndigest.length;",
      "digest.lenght;",
    ),
  ]);
  assertMatch(report, /'number' is not assignable.*[\s\S]*at notebooks\/bad\.ipynb, cell 3/);
  assertMatch(report, /'lenght' does not exist[\s\S]*at notebooks\/bad\.ipynb, cell 4/);
  assertEquals(report.includes("good.ipynb"), false);
});

Deno.test("checkCells() notices a missing module and a syntax error", async () => {
  const missing = notebook("missing.ipynb", `import { a } from "@lib/base/none.ts";\na;`);
  assertStringIncludes(await checkCells([missing]), "missing.ipynb, cell 2");
  const broken = notebook("broken.ipynb", "const = 1;");
  assertStringIncludes(await checkCells([broken]), "broken.ipynb, cell 2");
});

Deno.test("cellModule() knows the cell of each line", () => {
  const { path, text } = notebook("a.ipynb", "one;\ntwo;", "three");
  const { source, cellAt } = cellModule(parseNotebook(text, path));
  const lines = source.split("\n");
  assertEquals(cellAt(lines.indexOf("two;") + 1), 2);
  assertEquals(cellAt(lines.indexOf("three") + 1), 3);
});
