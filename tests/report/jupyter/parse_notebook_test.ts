import { assertEquals, assertThrows } from "../../support/assert.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";

function text(cells: unknown, nbformat: unknown = 4): string {
  return JSON.stringify({ cells, metadata: {}, nbformat, nbformat_minor: 5 });
}

const ran = {
  cell_type: "code",
  id: "c1",
  source: ["1 +\n", "1"],
  metadata: { tags: ["parameters"] },
  execution_count: 7,
  outputs: [
    { output_type: "stream", name: "stdout", text: ["a\n", "b\n"] },
    {
      output_type: "execute_result",
      data: { "text/plain": ["2\n", "3"], "application/json": [1, 2] },
      metadata: {},
      execution_count: 7,
    },
  ],
};

Deno.test("parseNotebook() joins texts in pieces and leaves JSON alone", () => {
  const { cells } = parseNotebook(text([{ cell_type: "markdown", source: "# A" }, ran]), "x.ipynb");
  assertEquals(cells[0], { cell_type: "markdown", source: "# A", metadata: {} });
  const { output_type, execution_count, metadata } = ran.outputs[1];
  assertEquals(
    cells[1],
    {
      ...ran,
      cell_type: "code",
      source: "1 +\n1",
      outputs: [
        { output_type: "stream", name: "stdout", text: "a\nb\n" },
        {
          output_type,
          execution_count,
          metadata,
          data: { "text/plain": "2\n3", "application/json": [1, 2] },
        },
      ],
    } as unknown as typeof cells[1],
  );
});

Deno.test("parseNotebook() says what is wrong with a file", () => {
  const parse = (content: string) => (): unknown => parseNotebook(content, "x.ipynb");
  assertThrows(parse("{"), TypeError, "Cannot read x.ipynb: no JSON");
  assertThrows(parse("[]"), TypeError, "found [] for the file, wanted an object");
  assertThrows(parse(text([], 3)), RangeError, "found nbformat 3, wanted 4");
  assertThrows(parse(text({})), TypeError, "found {} for cells, wanted a list");
  assertThrows(parse(text([{ cell_type: "code" }])), TypeError, "the source of cell 1");
  assertThrows(parse(text([{ cell_type: "x", source: "" }])), TypeError, `found "x" for the type`);
  const odd = { ...ran, outputs: [{ output_type: "pyout" }] };
  assertThrows(parse(text([odd])), TypeError, `found "pyout" for an output of cell 1`);
});
