import { assert, assertEquals, assertStringIncludes } from "../../support/assert.ts";
import { Headings } from "@lib/report/page/headings.ts";
import { highlight } from "@lib/report/page/highlight.ts";
import { markdown } from "@lib/report/page/markdown.ts";

Deno.test("markdown() turns links between notebooks into links between reports", () => {
  const html = markdown(
    "[a](02_preprocess.ipynb) [b](./03_train.ipynb#the-loss) [c](https://x.y/z.ipynb) [d](a.ts)",
  );
  const found = Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href);
  assertEquals(found, [
    "02_preprocess.html",
    "./03_train.html#the-loss",
    "https://x.y/z.ipynb",
    "a.ts",
  ]);
});

Deno.test("markdown() gives headings ids and escapes what is no markup", () => {
  const headings = new Headings();
  const html = markdown("## What `w²` is & does!\n\n1 < 2 [x](<a\"b> 'q\"t')", { headings });
  assertStringIncludes(
    html,
    `<h2 id="what-w²-is-does">What <code>w²</code> is &amp; does! ` +
      `<a class="anchor" href="#what-w²-is-does" aria-label="Link to this section"></a></h2>`,
  );
  assertStringIncludes(html, "1 &lt; 2");
  assertStringIncludes(html, `href="a&quot;b" title="q&quot;t"`);
});

Deno.test("headings that say the same get ids of their own, and make the contents", () => {
  const headings = new Headings("p-");
  markdown("# T\n\n## Why *so*?\n\n## Why so\n\n### Detail", { headings });
  assertEquals(
    headings.contents(),
    `<ol>\n<li><a href="#p-why-so">Why <em>so</em>?</a></li>\n` +
      `<li><a href="#p-why-so-2">Why so</a></li>\n</ol>`,
  );
  assertEquals(new Headings().contents(), "");
  assertEquals(markdown("## No place"), "<h2>No place</h2>\n");
});

Deno.test("markdown() highlights code that it knows and escapes the rest", () => {
  const html = markdown("```ts\nconst a = 1;\n```\n\n```\n<x>\n```");
  assertStringIncludes(html, `<span class="hljs-keyword">const</span>`);
  assertStringIncludes(html, "<code>&lt;x&gt;</code>");
});

Deno.test("highlight() keeps the text and escapes it", () => {
  const html = highlight("const a = b < c && `<${d}>`; // </script>");
  assert(!/<(?!\/?span\b)/.test(html), html);
  assertStringIncludes(html, "&lt;/script&gt;");
  assertEquals(highlight("a < b", "no-such-language"), "a &lt; b");
});
