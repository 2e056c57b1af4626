import { assertEquals } from "../support/assert.ts";
import type { Cell, Notebook } from "@lib/report/jupyter/notebook.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { notebookFaults, notebookNames } from "./notebook_faults.ts";
import { projectFiles } from "./project_files.ts";

const files = await projectFiles((path) => /^notebooks\/.*\.ipynb$/.test(path));

Deno.test("the course consists of its six notebooks", () => {
  assertEquals(
    files.map(({ path }) => path).sort(),
    notebookNames.map((name) => `notebooks/${name}.ipynb`),
  );
});

for (const { path, text } of files) {
  Deno.test(`${path} keeps the rules of a notebook`, () => {
    assertEquals(notebookFaults(parseNotebook(text, path)), []);
  });
}

const prose = (words: number): Cell => ({
  cell_type: "markdown",
  source: "word ".repeat(words),
  metadata: {},
});

const code = (source: string, more: object = {}): Cell => ({
  cell_type: "code",
  source,
  metadata: {},
  execution_count: null,
  outputs: [],
  ...more,
});

const parameters = code(`const profile = "quick";`, { metadata: { tags: ["parameters"] } });

const notebook = (...cells: Cell[]): Notebook => ({
  cells,
  metadata: { kernelspec: { name: "deno" } },
  nbformat: 4,
  nbformat_minor: 5,
});

Deno.test("notebookFaults() finds none in a good notebook", () => {
  const double = code(
    "digits.map((digit) => 2 * digit);\nconst sum = a + b; // no function f() {}",
  );
  assertEquals(notebookFaults(notebook(prose(10), parameters, prose(26), double)), []);
  const even = [code("1;\n".repeat(4)), code("1;\n".repeat(6))]; // their median is 5
  assertEquals(
    notebookFaults(notebook(prose(204), parameters, ...even, code("1;\n".repeat(6)))),
    [],
  );
  const byHand = code("// The update, written by hand\nconst step = (w, g) => w - rate * g;");
  assertEquals(notebookFaults(notebook(parameters, prose(36), byHand)), []);
});

const bad: Record<string, [Notebook, string]> = {
  "kept outputs": [
    notebook(prose(12), code("1", { ...parameters, source: "1", outputs: [{}] })),
    "cell 2 holds outputs",
  ],
  "a kept execution count": [
    notebook(prose(12), { ...parameters, execution_count: 3 } as Cell),
    "cell 2 holds an execution count",
  ],
  "an empty cell": [notebook(prose(12), parameters, code("\n \n")), "cell 3 is empty"],
  "a cell of 13 lines": [
    notebook(prose(300), parameters, parameters, code("1;\n".repeat(13))),
    "cell 4 has 13 lines",
  ],
  "a function": [
    notebook(prose(24), parameters, code("function f() {}")),
    "cell 3 declares a function",
  ],
  "a named arrow function": [
    notebook(prose(24), parameters, code("const f = async (a: number): Promise<void> => {};")),
    "cell 3 declares a function",
  ],
  "an untagged first cell": [
    notebook(prose(24), code("1"), parameters),
    `the first code cell is not tagged "parameters"`,
  ],
  "long cells": [
    notebook(prose(200), parameters, code("1;\n".repeat(6)), code("1;\n".repeat(6))),
    "the median code cell has 6 lines",
  ],
  "too little prose": [
    notebook(prose(11), parameters),
    "has 11.0 words of prose a code line, wanted 12 or more",
  ],
  "another kernel": [
    { ...notebook(prose(12), parameters), metadata: { kernelspec: { name: "python3" } } },
    "its kernel is python3, not deno",
  ],
};

for (const [what, [wrong, fault]] of Object.entries(bad)) {
  Deno.test(`notebookFaults() notices ${what}`, () => {
    assertEquals(notebookFaults(wrong), [fault]);
  });
}

Deno.test("notebookFaults() counts code and addresses in Markdown as no prose", () => {
  const source = "one two `let x` [three](https://x.y) four\n```\na b\n```\nfive";
  const fault = "has 11.0 words of prose a code line, wanted 12 or more";
  assertEquals(notebookFaults(notebook({ ...prose(6), source }, prose(6), parameters)), [fault]);
  assertEquals(notebookFaults(notebook({ ...prose(6), source }, prose(7), parameters)), []);
});
