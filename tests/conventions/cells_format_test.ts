import { assertEquals } from "../support/assert.ts";
import { projectFiles } from "./project_files.ts";
import { unformattedCells } from "./unformatted_cells.ts";

Deno.test("the code cells of all notebooks are formatted as the library is", async () => {
  const notebooks = await projectFiles((path) => /^notebooks\/.*\.ipynb$/.test(path));
  assertEquals(await unformattedCells(notebooks), []);
});

Deno.test("unformattedCells() names notebook and cell", async () => {
  const cells = ["const a = 1;", "const  b=2", "({ a });"]
    .map((source) => ({ cell_type: "code", source, metadata: {}, outputs: [] }));
  const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  assertEquals(await unformattedCells([{ path: "bad.ipynb", text }]), ["bad.ipynb, cell 2"]);
});
