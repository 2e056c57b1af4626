import { assert, assertEquals } from "../../support/assert.ts";
import type { Notebook } from "@lib/report/jupyter/notebook.ts";
import { bookPage } from "@lib/report/page/book_page.ts";
import { assertSelfContained } from "../assert_self_contained.ts";
import { makeNotebook } from "../make_notebook.ts";
import { parseHtml } from "../parse_html.ts";

function chapter(...prose: string[]): Notebook {
  const code = makeNotebook("1 + 1");
  const cells = prose.map((source) => ({ cell_type: "markdown" as const, source, metadata: {} }));
  return { ...code, cells: [...cells, ...code.cells] };
}

Deno.test("bookPage() holds all notebooks, and every link inside it has a place to lead to", () => {
  const html = bookPage("The <book>", [
    { name: "01_a", notebook: chapter("# 1. A\n\nOn to [b](02_b.ipynb#the-end).", "## The end") },
    { name: "02_b", notebook: chapter("# 2. B\n\n[back](./01_a.ipynb)", "## The end") },
    { name: "03_c", notebook: makeNotebook("2 + 2") },
  ], { isFolded: true });
  assertSelfContained(html);
  const document = parseHtml(html);
  assertEquals(Array.from(document.querySelectorAll("h1"), (h) => h.textContent), ["The <book>"]);
  const ids = Array.from(document.querySelectorAll("[id]"), ({ id }) => id);
  assertEquals(new Set(ids).size, ids.length, "each id once");
  const inner = Array.from(document.querySelectorAll("main a"), (a) => a.getAttribute("href")!);
  assert(inner.includes("#02_b-the-end") && inner.includes("#01_a"), inner.join(" "));
  assertEquals(inner.filter((href) => !ids.includes(href.slice(1))), []);
  const contents = Array.from(document.querySelectorAll(".chapters a"), (a) => a.textContent);
  assertEquals(contents, ["1. A", "The end", "2. B", "The end", "03_c"]);
  assertEquals(document.querySelectorAll("details[open]").length, 0);
});

Deno.test("bookPage() leaves links to notebooks that are not in it", () => {
  const notebook = chapter("# A\n\n[elsewhere](other/09_z.ipynb#x)");
  const document = parseHtml(bookPage("B", [{ name: "01_a", notebook }]));
  const link = document.querySelector("main article a");
  assertEquals(link?.getAttribute("href"), "other/09_z.html#x");
});
