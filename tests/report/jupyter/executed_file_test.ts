import fc from "fast-check";
import { assertEquals, assertThrows } from "../../support/assert.ts";
import { executedFile } from "@lib/report/jupyter/executed_file.ts";
import type { Notebook, Output } from "@lib/report/jupyter/notebook.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";

const text = fc.string({ unit: fc.constantFrom("a", "\n", "é", "<", '"'), maxLength: 12 });
const bundle = fc.record({
  "text/plain": text,
  "image/svg+xml": text,
  "image/png": fc.base64String(),
  "application/vnd.plotly.v1+json": fc.record({ data: fc.array(fc.integer()) }),
}, { requiredKeys: ["text/plain"] });
const output: fc.Arbitrary<Output> = fc.oneof(
  fc.record({
    output_type: fc.constant("stream" as const),
    name: fc.constantFrom("stdout" as const, "stderr" as const),
    text,
  }),
  fc.record({
    output_type: fc.constant("display_data" as const),
    data: bundle,
    metadata: fc.constant({ figure: { title: "t" } }),
  }),
  fc.record({
    output_type: fc.constant("error" as const),
    ename: text,
    evalue: text,
    traceback: fc.array(text, { maxLength: 3 }),
  }),
);
const id = fc.option(fc.constantFrom("same", "a-1", "not allowed!"), { nil: undefined });
const cell = fc.record({
  kind: fc.constantFrom("code", "markdown", "raw"),
  source: text,
  id,
  outputs: fc.array(output, { maxLength: 3 }),
});

Deno.test("executedFile() gives back the run, and what else the file held, as nbformat 4.5", () => {
  fc.assert(fc.property(fc.array(cell, { maxLength: 5 }), fc.nat(5), (cells, minor) => {
    const file = {
      cells: cells.map(({ kind, source, id }) => ({
        cell_type: kind,
        ...(id === undefined ? {} : { id }),
        metadata: { tags: ["kept"] },
        source: source.split(/(?<=\n)/),
        ...(kind === "code"
          ? { outputs: [], execution_count: null }
          : { attachments: { "a.png": { "image/png": "iVBO" } } }),
      })),
      metadata: { kernelspec: { name: "deno" } },
      nbformat: 4,
      nbformat_minor: minor,
    };
    const before = parseNotebook(JSON.stringify(file), "x.ipynb");
    const executed: Notebook = {
      ...before,
      cells: before.cells.map((each, index) =>
        each.cell_type === "code"
          ? { ...each, execution_count: index + 1, outputs: cells[index].outputs }
          : each
      ),
    };
    const written = executedFile(JSON.stringify(file), "x.ipynb", executed);
    const raw = JSON.parse(written);
    assertEquals([raw.nbformat, raw.nbformat_minor], [4, 5]);
    const ids: string[] = raw.cells.map((each: { id: string }) => each.id);
    assertEquals(new Set(ids).size, ids.length);
    assertEquals(ids.filter((each) => !/^[a-zA-Z0-9_-]{1,64}$/.test(each)), []);
    const anew = parseNotebook(written, "x.ipynb");
    const content = ({ cells }: Notebook): unknown => cells.map(({ id: _, ...each }) => each);
    // What fast-check makes has no prototype.
    assertEquals(content(anew), JSON.parse(JSON.stringify(content(executed))));
    for (const [index, each] of raw.cells.entries()) {
      const { attachments } = file.cells[index] as { attachments?: unknown };
      assertEquals(each.attachments, attachments);
    }
  }));
});

Deno.test("executedFile() refuses the outputs of another notebook", () => {
  const file = `{ "cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }`;
  const other = { ...parseNotebook(file, "x"), cells: [{}] } as unknown as Notebook;
  assertThrows(() => executedFile(file, "x.ipynb", other), TypeError, "outputs of 1 cells");
});
