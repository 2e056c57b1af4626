import { assert, assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { JSDOM } from "jsdom";
import { svgBox, svgBoxOnPage } from "@lib/report/svg/svg_box.ts";
import { textWidth } from "@lib/report/svg/text_width.ts";

function element(markup: string, selector = "svg > *"): Element {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`;
  const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
  return document.querySelector(selector)!;
}

const style = 'style="font-size: 10px; fill: red;"';

Deno.test("textWidth() grows with text, size and weight, and knows signs beyond ASCII", () => {
  assertGreater(textWidth("mm", 10), textWidth("ii", 10));
  assertAlmostEquals(textWidth("digits", 20), 2 * textWidth("digits", 10), 1e-9);
  assertGreater(textWidth("digits", 10, true), textWidth("digits", 10));
  assertEquals(textWidth("→", 10), 10);
  assertEquals(textWidth("", 10), 0);
  assert(textWidth("é…×−→漢", 10) > 0);
});

Deno.test("svgBox() anchors a text at its start, middle or end", () => {
  const width = textWidth("abc", 10);
  const left = ["start", "middle", "end"].map((anchor) =>
    svgBox(element(`<text x="50" y="20" text-anchor="${anchor}" ${style}>abc</text>`))!.left
  );
  assertEquals(left, [50, 50 - width / 2, 50 - width]);
});

Deno.test("svgBox() measures the longest of several lines, and their height", () => {
  const line = (dy: number, text: string): string =>
    `<tspan class="line" x="0" y="0" dy="${dy}em">${text}</tspan>`;
  const box = svgBox(element(`<text ${style}>${line(0, "a")}${line(1.3, "longer")}</text>`))!;
  assertEquals(box.right - box.left, textWidth("longer", 10));
  assertAlmostEquals(box.bottom - box.top, 11.7 + 13, 1e-9);
});

Deno.test("svgBox() gives parts of a text their own size and weight", () => {
  const inner = '<tspan style="font-weight:bold;font-size:20px">b</tspan>';
  const box = svgBox(element(`<text ${style}>a${inner}</text>`))!;
  assertEquals(box.right, textWidth("a", 10) + textWidth("b", 20, true));
});

Deno.test("svgBox() unites what a group holds, transformed", () => {
  const group = element(
    '<g><rect width="10" height="5" transform="translate(3,4)"/>' +
      '<rect width="10" height="5" transform="rotate(-90)"/><defs><rect width="99"/></defs></g>',
  );
  const { left, top, right, bottom } = svgBox(group)!;
  assertAlmostEquals(left, 0, 1e-9);
  assertAlmostEquals(top, -10, 1e-9);
  assertAlmostEquals(right, 13, 1e-9);
  assertAlmostEquals(bottom, 9, 1e-9);
  assertEquals(svgBox(element("<g><path d='M0,0h9'/></g>")), undefined);
});

Deno.test("svgBoxOnPage() adds the transforms above", () => {
  const inner = element(
    '<g transform="translate(100,50)"><rect id="r" transform="scale(2)" width="4" height="3"/></g>',
    "#r",
  );
  assertEquals(svgBoxOnPage(inner), { left: 100, top: 50, right: 108, bottom: 56 });
});
