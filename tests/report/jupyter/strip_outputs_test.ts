import { assertEquals, assertThrows } from "../../support/assert.ts";
import { stripOutputs } from "@lib/report/jupyter/strip_outputs.ts";

const prose = { cell_type: "markdown", id: "a", metadata: {}, source: ["# One\n", "two"] };
const code = {
  cell_type: "code",
  id: "b",
  metadata: { tags: ["parameters"] },
  source: ["1 +\n", "1"],
  outputs: [] as unknown[],
  execution_count: null as number | null,
};
const ran = {
  ...code,
  metadata: { ...code.metadata, execution: { "shell.execute_reply": "2026-01-01T00:00:00Z" } },
  outputs: [{ output_type: "stream", name: "stdout", text: ["2\n"] }],
  execution_count: 7,
};

/** As Jupyter writes it to a file. */
function text(...cells: unknown[]): string {
  const metadata = { kernelspec: { name: "deno" } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

Deno.test("stripOutputs() removes what a run left, and nothing else", () => {
  assertEquals(stripOutputs(text(prose, ran), "x.ipynb"), text(prose, code));
});

Deno.test("stripOutputs() leaves a notebook that never ran as it is, byte for byte", () => {
  assertEquals(stripOutputs(text(prose, code), "x.ipynb"), text(prose, code));
});

Deno.test("stripOutputs() refuses what is no notebook", () => {
  assertThrows(() => stripOutputs("<html>", "x.ipynb"), TypeError, "Cannot read x.ipynb");
  assertThrows(() => stripOutputs(`{"nbformat": 3}`, "x.ipynb"), RangeError, "wanted 4");
});
