import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
} from "../../support/assert.ts";
import { decode } from "fast-png";
import { JSDOM } from "jsdom";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { plotlyHost } from "@lib/report/svg/plotly_host.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";

const bars: Figure = {
  data: [{ type: "bar", x: ["a", "b"], y: [1, 2], name: "counts" }],
  layout: { title: { text: "Two <b>bars</b> & more" }, width: 420, height: 300 },
};
const heat: Figure = {
  data: [{
    type: "heatmap",
    z: [[0, 1], [1, 0]],
    colorscale: [[0, "rgb(10, 20, 30)"], [1, "rgb(200, 210, 220)"]],
    showscale: false,
  }],
  layout: { width: 300, height: 300, margin: { l: 50, r: 50, t: 50, b: 50 } },
};

function parsed(markup: string): Document {
  return new JSDOM(markup, { contentType: "image/svg+xml" }).window.document;
}

Deno.test("renderSvg() gives well-formed markup with size, role, title and texts", async () => {
  const root = parsed(await renderSvg(bars)).documentElement;
  assertEquals(root.getAttribute("width"), "420");
  assertEquals(root.getAttribute("height"), "300");
  assertEquals(root.getAttribute("viewBox"), "0 0 420 300");
  assertEquals(root.getAttribute("role"), "img");
  assertEquals(root.firstElementChild!.localName, "title");
  assertEquals(root.firstElementChild!.textContent, "Two bars & more");
  const texts = Array.from(root.querySelectorAll("text"), (text) => text.textContent);
  for (const text of ["a", "b", "0", "2", "Two bars & more"]) assert(texts.includes(text), text);
});

Deno.test("renderSvg() needs nothing from outside", async () => {
  for (const figure of [bars, heat]) {
    const markup = (await renderSvg(figure)).replace(/xmlns(:xlink)?="[^"]*"/g, "");
    assert(!/https?:|<script|<foreignObject|@import/.test(markup));
    for (const [, target] of markup.matchAll(/href="([^"]*)"/g)) {
      assert(target.startsWith("data:image/png;base64,"));
    }
  }
});

Deno.test("renderSvg() gives the same markup for the same figure, at any time", async () => {
  const first = await renderSvg(bars);
  await renderSvg(heat);
  assertEquals(await renderSvg(bars), first);
  assertEquals(await Promise.all([renderSvg(bars), renderSvg(heat), renderSvg(bars)]), [
    first,
    await renderSvg(heat),
    first,
  ]);
});

Deno.test("renderSvg() gives different figures different ids, and every reference its id", async () => {
  const ids = await Promise.all([bars, heat].map(async (figure) => {
    const markup = await renderSvg(figure);
    const own = Array.from(markup.matchAll(/\sid="([^"]+)"/g), ([, id]) => id);
    const used = Array.from(markup.matchAll(/url\(['"]?#([^'")]+)/g), ([, id]) => id);
    assertEquals(new Set(own).size, own.length);
    assert(used.length > 0 && used.every((id) => own.includes(id)));
    return own;
  }));
  assertEquals(ids[0].filter((id) => ids[1].includes(id)), []);
});

Deno.test("renderSvg() paints heat maps in their colours", async () => {
  const image = parsed(await renderSvg(heat)).querySelector("image")!;
  const href = image.getAttribute("xlink:href")!;
  const { width, height, data } = decode(Uint8Array.fromBase64(href.split(",")[1]));
  assertEquals([width, height], [200, 200]);
  const at = (x: number, y: number): number[] =>
    Array.from(data.slice((y * 200 + x) * 4).slice(0, 4));
  assertEquals(at(50, 50), [200, 210, 220, 255]);
  assertEquals(at(150, 50), [10, 20, 30, 255]);
  assertEquals(at(50, 150), [10, 20, 30, 255]);
});

Deno.test("renderSvg() leaves the figure and the globals as they were", async () => {
  const before = JSON.stringify(bars);
  const globals = Object.getOwnPropertyNames(globalThis);
  await renderSvg(bars);
  assertEquals(JSON.stringify(bars), before);
  assertEquals(Object.getOwnPropertyNames(globalThis), globals);
});

Deno.test("renderSvg() leaves nothing behind, not even where it fails", async () => {
  const { document } = await plotlyHost();
  await renderSvg(bars);
  const elements = document.querySelectorAll("*").length;
  for (let i = 0; i < 5; i++) await renderSvg(i % 2 === 0 ? bars : heat);
  const broken = { ...bars, data: [null] } as unknown as Figure;
  await assertRejects(() => renderSvg(broken), RangeError, "Cannot draw the figure");
  assertEquals(document.querySelectorAll("*").length, elements);
  assertStringIncludes(await renderSvg(bars), "</svg>");
});

Deno.test("renderSvg() refuses images from elsewhere", async () => {
  const image = { source: "https://example.org/a.png", x: 0, y: 1, sizex: 1, sizey: 1 };
  await assertRejects(
    () => renderSvg({ data: [], layout: { images: [image] } }),
    RangeError,
    "found https://example.org/a.png, wanted a data: URL",
  );
  const trace = { type: "image", source: "data:image/png;base64," } as Figure["data"][number];
  await assertRejects(() => renderSvg({ data: [trace], layout: {} }), RangeError, "image trace");
});

Deno.test("renderSvg() draws annotations with arrows", async () => {
  const annotations = [{ x: 1, y: 1, text: "here", showarrow: true, ax: 30, ay: -40 }];
  const plain = { data: [{ type: "scatter" as const, x: [1], y: [1] }], layout: {} };
  const markup = await renderSvg({ ...plain, layout: { annotations } });
  assertStringIncludes(markup, ">here</text>");
});

Deno.test("renderSvg() draws other data differently", async () => {
  const taller = { ...bars, data: [{ ...bars.data[0], y: [1, 3] }] } as Figure;
  assertNotEquals(await renderSvg(taller), await renderSvg(bars));
});
