import fc from "fast-check";
import { marked } from "marked";
import { assertEquals, assertStringIncludes } from "../../support/assert.ts";
import type { Output } from "@lib/report/jupyter/notebook.ts";
import { notebookMarkdown } from "@lib/report/page/notebook_markdown.ts";
import { makeNotebook } from "../make_notebook.ts";

function markdownOf(source: string, outputs: Output[], options = {}): string {
  const { cells: [cell], ...rest } = makeNotebook(source);
  return notebookMarkdown({ ...rest, cells: [{ ...cell, outputs } as typeof cell] }, "x", options)
    .text;
}

Deno.test("notebookMarkdown() keeps code and printed text whole, whatever is in them", () => {
  const text = fc.string({ unit: fc.constantFrom("`", "a", "\n", "~", " ", "#"), maxLength: 40 })
    .map((inner) => `x${inner}x`);
  fc.assert(fc.property(text, text, (source, printed) => {
    const output = { output_type: "stream", name: "stdout", text: printed } as const;
    const blocks = marked.lexer(markdownOf(source, [output])).filter(({ type }) => type === "code");
    assertEquals(blocks.map((block) => "text" in block && block.text), [source, printed]);
  }));
});

Deno.test("notebookMarkdown() puts figures into files, with their title and caption", () => {
  const { cells: [cell], ...rest } = makeNotebook("show()");
  const outputs = [
    {
      output_type: "display_data",
      data: { "image/svg+xml": "<svg></svg>", "text/plain": "A [b]", "text/html": "<p>" },
      metadata: { figure: { title: "A [b]", caption: "As seen." } },
    },
    { output_type: "display_data", data: { "image/png": "iVBO\nRw==" }, metadata: {} },
  ];
  const notebook = { ...rest, cells: [{ ...cell, outputs } as typeof cell] };
  const { text, pictures } = notebookMarkdown(notebook, "03_train", { isFolded: true });
  assertEquals(
    text,
    "![A \\[b\\]](03_train_files/figure_1.svg)\n\n*As seen.*\n\n" +
      "![Picture](03_train_files/figure_2.png)\n",
  );
  assertEquals([...pictures], [
    ["03_train_files/figure_1.svg", "<svg></svg>"],
    ["03_train_files/figure_2.png", Uint8Array.fromBase64("iVBORw==")],
  ]);
});

Deno.test("notebookMarkdown() turns links between notebooks into links between reports", () => {
  const source = "[a](02_b.ipynb#c) [d](https://x.y/z.ipynb) [e](f.ts)";
  const notebook = { ...makeNotebook(), cells: [{ cell_type: "markdown", source, metadata: {} }] };
  const { text } = notebookMarkdown(notebook as ReturnType<typeof makeNotebook>, "x");
  assertEquals(text, "[a](02_b.md#c) [d](https://x.y/z.ipynb) [e](f.ts)\n");
});

Deno.test("notebookMarkdown() shows progress, results and errors as text", () => {
  const text = markdownOf("x", [
    ...[0.5, 1].map((fraction): Output => ({
      output_type: "display_data",
      data: {},
      metadata: { progress: { fraction, text: `${fraction} done` } },
    })),
    {
      output_type: "execute_result",
      data: { "text/plain": "42" },
      metadata: {},
      execution_count: 1,
    },
    { output_type: "error", ename: "E", evalue: "wrong", traceback: [] },
  ]);
  assertStringIncludes(text, "\n\n0.5 done\n\n```text\n42\n```\n\n```text\nE: wrong\n```\n");
});
