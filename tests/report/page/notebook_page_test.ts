import { assert, assertEquals, assertStringIncludes } from "../../support/assert.ts";
import { sha256 } from "@lib/base/sha256.ts";
import type { Notebook, Output } from "@lib/report/jupyter/notebook.ts";
import { notebookPage, type RunFacts } from "@lib/report/page/notebook_page.ts";
import { Numbering, outputHtml } from "@lib/report/page/output_html.ts";
import { summariseNotebook } from "@lib/report/page/summarise_notebook.ts";
import { assertSelfContained } from "../assert_self_contained.ts";
import { parseHtml } from "../parse_html.ts";

const figure = (caption?: string): Output => ({
  output_type: "display_data",
  data: { "image/svg+xml": `<svg width="1" height="1"></svg>`, "text/plain": "A <title>" },
  metadata: { figure: { title: "A <title>", ...(caption === undefined ? {} : { caption }) } },
});

const shown = (data: Record<string, unknown>, metadata = {}): string =>
  outputHtml({ output_type: "display_data", data, metadata }, new Numbering());

const printed = (text: string): string =>
  outputHtml({ output_type: "stream", name: "stdout", text }, new Numbering());

Deno.test("outputHtml() shows a text as a terminal would, escaped", () => {
  assertEquals(printed("a <b>\n"), `<pre class="output stdout">a &lt;b&gt;</pre>`);
  assertEquals(printed("\x1b[31mred\x1b[0m"), `<pre class="output stdout">red</pre>`);
  assertEquals(printed("1 %\r2 %\r\n3\n"), `<pre class="output stdout">2 %\r\n3</pre>`);
});

Deno.test("outputHtml() prefers a picture to HTML to text", () => {
  const all = { "text/plain": "t", "text/html": "<i>h</i>", "image/svg+xml": "<svg></svg>" };
  assertStringIncludes(shown(all), "<svg");
  const { "image/svg+xml": _, ...rest } = all;
  assertEquals(shown(rest), `<div class="output html"><i>h</i></div>`);
  assertEquals(shown({ "text/plain": "a < b" }), `<pre class="output">a &lt; b</pre>`);
  assertStringIncludes(shown({ "image/png": "iVBO\n" }), `src="data:image/png;base64,iVBO"`);
  assertStringIncludes(shown({ "text/markdown": "*m*", "text/plain": "" }), "<em>m</em>");
});

Deno.test("outputHtml() tells how far a cell came that was stopped, and nothing of one that is done", () => {
  const progress = (fraction: number) =>
    shown({ "text/html": "x" }, { progress: { fraction, text: "1 < 2 s left" } });
  assertEquals(progress(0.5), `<p class="progress">1 &lt; 2 s left</p>`);
  assertEquals(progress(1), "");
});

Deno.test("outputHtml() counts figures and tables, and escapes captions", () => {
  const numbering = new Numbering();
  const captions = [figure("One < two."), figure()].map((output) => {
    const [, caption] = /<figcaption>(.*)<\/figcaption>/.exec(outputHtml(output, numbering))!;
    return caption;
  });
  assertEquals(captions, [
    "<b>Figure 1</b>. One &lt; two.",
    `Figure 2<span class="finding">: A &lt;title&gt;</span>`,
  ]);
  const table = { "text/html": "<table><caption>T.</caption></table>" };
  assertStringIncludes(shown(table), "<caption><b>Table 1</b>. T.</caption>");
});

const notebook: Notebook = {
  cells: [
    {
      cell_type: "markdown",
      source: "# Train & test `<digits>`\n\nA *short* story of 1 < 2.\n\n- learn",
      metadata: {},
    },
    {
      cell_type: "code",
      source: "const a = '</code></pre><script>alert(1)</script>';",
      metadata: {},
      execution_count: 1,
      outputs: [
        figure("</figcaption><script>"),
        { output_type: "stream", name: "stderr", text: "<script>" },
        { output_type: "error", ename: "E", evalue: "<script>", traceback: [] },
      ],
    },
    { cell_type: "code", source: " ", metadata: {}, execution_count: null, outputs: [] },
    { cell_type: "raw", source: "<script>raw</script>", metadata: {} },
    { cell_type: "markdown", source: "## The end", metadata: {} },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};

const facts: RunFacts = {
  name: "03_train",
  profile: "quick",
  seed: 1,
  seconds: 12.34,
  versions: [["Deno", "1.2.3"]],
  commands: ["deno task report 03_train"],
  before: { name: "02_preprocess", title: "Pre < process" },
};

Deno.test("summariseNotebook() takes title and summary out of the prose", () => {
  const { title, summary, minutes } = summariseNotebook(notebook, "fallback");
  assertEquals([title, summary], ["Train & test <digits>", "A short story of 1 < 2."]);
  assertEquals(minutes, 1);
  assertEquals(summariseNotebook({ ...notebook, cells: [] }, "fallback").title, "fallback");

  const long = `Short. ${"Word ".repeat(12)}end. And more.`;
  const cells = [{ cell_type: "markdown", source: `# T\n\n${long}`, metadata: {} } as const];
  const cut = summariseNotebook({ ...notebook, cells }, "");
  assertEquals(cut.summary, long.replace(" And more.", ""));
});

Deno.test("notebookPage() is a whole page that needs nothing and runs nothing", () => {
  const html = notebookPage(notebook, facts);
  const document = parseHtml(html);
  assertSelfContained(html);
  assertEquals(document.title, "Train & test <digits>");
  assertEquals(document.querySelectorAll("header h1").length, 1);
  assertEquals(document.querySelector("header li")?.textContent, "learn");
  assertEquals(document.querySelectorAll(".cell").length, 1, "empty cells are left out");
  assertEquals(
    document.querySelector("pre.source")?.textContent,
    "const a = '</code></pre><script>alert(1)</script>';",
  );
  assertEquals(
    document.querySelector("figcaption")?.textContent,
    "Figure 1. </figcaption><script>",
  );
  assert(document.querySelector<HTMLDetailsElement>(".cell > details")?.open);
  const folded = parseHtml(notebookPage(notebook, facts, { isFolded: true }));
  assertEquals(folded.querySelector<HTMLDetailsElement>(".cell > details")?.open, false);
  assertEquals(document.querySelector(".toc a")?.getAttribute("href"), "#the-end");
  assertEquals(document.querySelector(".prose h2")?.id, "the-end");
});

Deno.test("notebookPage() says what ran, on what, and how to run it again", () => {
  const document = parseHtml(notebookPage(notebook, facts));
  const found = Array.from(document.querySelectorAll(".facts div"), (item) => item.textContent);
  assertEquals(found, [
    "Reading time1 min",
    "Profilequick",
    "Seed1",
    "Deno1.2.3",
    "Run time12.3 s",
  ]);
  assertEquals(document.querySelector("header pre")?.textContent, "deno task report 03_train");
  const before = document.querySelector("nav.bottom a");
  assertEquals(before?.getAttribute("href"), "02_preprocess.html");
  assertEquals(before?.textContent, "Pre < process");
});

Deno.test("notebookPage() puts a part behind the cell of its tag, and lets its program alone run", () => {
  const [first, ...rest] = notebook.cells;
  const cell = { cell_type: "markdown", source: "Here.", metadata: { tags: ["x"] } } as const;
  const part = { html: `<p id="part">It</p>`, style: ".part {}", program: "let it = 1;" };
  const tagged = { ...notebook, cells: [first, cell, ...rest] };
  const html = notebookPage(tagged, facts, { parts: { x: part } });
  assertSelfContained(html);
  const document = parseHtml(html);
  const before = document.querySelector("#part")?.previousElementSibling;
  assertEquals(before?.textContent?.trim(), "Here.");
  assertStringIncludes(document.querySelector("style")!.textContent!, ".part {}");
  const digest = sha256(new TextEncoder().encode(part.program));
  const policy = document.querySelector("meta[http-equiv]")!.getAttribute("content")!;
  assertStringIncludes(policy, `'sha256-${Uint8Array.fromHex(digest).toBase64()}'`);
  assertStringIncludes(policy, "'wasm-unsafe-eval'");
  assertEquals(notebookPage(tagged, facts).includes("wasm-unsafe-eval"), false);
});
