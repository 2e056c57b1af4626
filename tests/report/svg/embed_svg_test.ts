import { assert, assertEquals, assertStringIncludes, assertThrows } from "../../support/assert.ts";
import { embedSvg } from "@lib/report/svg/embed_svg.ts";

const svg = `<?xml version="1.0"?><svg class="main" width="720" height="360" style="a: b;">` +
  `<defs><clipPath id="clip1"/></defs><g id="g" clip-path="url(#clip1)"><use href="#g"/>` +
  `<path style="clip-path: url(&quot;#clip1&quot;)"/><use xlink:href="#elsewhere"/></g></svg>`;

Deno.test("embedSvg() names the picture, lets it shrink, and drops what only a file has", () => {
  const html = embedSvg(svg, `4 < 9 & "more"`);
  assert(html.startsWith("<svg "));
  assertStringIncludes(html, `aria-label="4 &lt; 9 &amp; &quot;more&quot;"`);
  assertStringIncludes(html, `viewBox="0 0 720 360"`);
  assertStringIncludes(html, `style="a: b; max-width: 100%; height: auto;"`);
});

Deno.test("embedSvg() makes ids its own, wherever they are used", () => {
  const html = embedSvg(svg, "");
  const [, prefix] = /id="(f[0-9a-f]{8}-)clip1"/.exec(html)!;
  assertStringIncludes(html, `clip-path="url(#${prefix}clip1)"`);
  assertStringIncludes(html, `url(&quot;#${prefix}clip1&quot;)`);
  assertStringIncludes(html, `<use href="#${prefix}g"/>`);
  assertStringIncludes(html, `xlink:href="#elsewhere"`);
  const other = embedSvg(svg.replace("720", "721"), "");
  assert(!other.includes(prefix), "another picture has other ids");
  assertEquals(embedSvg(svg, ""), html);
});

Deno.test("embedSvg() refuses what is no SVG", () => {
  assertThrows(() => embedSvg("<p>", ""), TypeError, `found "<p>", wanted <svg`);
});
