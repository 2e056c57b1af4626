import type { Page } from "puppeteer-core";
import { assert, assertEquals, assertGreater } from "../../support/assert.ts";
import { hasBrowser, withPage } from "../../support/browser.ts";
import { usual } from "../../figures/samples.ts";
import type { Cell, Notebook } from "@lib/report/jupyter/notebook.ts";
import { figureDisplay } from "@lib/report/display/figure_display.ts";
import { notebookPage } from "@lib/report/page/notebook_page.ts";
import { printedPage } from "@lib/report/page/printed_page.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";
import { makeNotebook } from "../make_notebook.ts";

/** The room for a page's content on A4, in pixels of 1/96 inch: what `@page` of print.css leaves. */
const room = {
  width: Math.floor((210 - 10 - 22) * 96 / 25.4),
  height: (297 - 18 - 20) * 96 / 25.4,
};

const prose = (source: string): Cell => ({ cell_type: "markdown", source, metadata: {} });

/** A report with the widest line of code that a notebook may have, and what else is hard to print. */
async function report(isFolded = false): Promise<string> {
  const figures = await Promise.all([usual.confusionMatrix(), usual.reliability()].map(
    async (figure) => ({
      output_type: "display_data" as const,
      ...figureDisplay(figure, await renderSvg(figure)),
    }),
  ));
  const columns = Array.from({ length: 7 }, (_, i) => `column ${i}`);
  const row = (tag: string) => `<tr>${columns.map((it) => `<${tag}>${it}</${tag}>`).join("")}</tr>`;
  const table = `<table><caption>T.</caption><thead>${row("th")}</thead>${row("td")}</table>`;
  const { cells: [cell], ...rest } = makeNotebook(`"${"x ".repeat(49)}"`);
  const code = {
    ...cell,
    outputs: [...figures, { ...figures[0], data: { "text/html": table }, metadata: {} }],
  };
  const cells = [
    prose("# Title\n\nOn to [next](02_next.ipynb)."),
    code as Cell,
    prose(
      "## Exercise\n\n<details><summary>Solution</summary>\n\nForty-two.\n\n</details>\n\n" +
        "- [A paper](https://example.org/paper): read it",
    ),
  ];
  const facts = {
    ...{ name: "01_x", profile: "smoke", seed: 1, seconds: 1, versions: [], commands: ["a"] },
    after: { name: "02_next", title: "Next" },
  };
  return notebookPage({ ...rest, cells } as Notebook, facts, { isFolded });
}

async function onPaper(html: string, look: (page: Page) => Promise<void>): Promise<void> {
  await withPage(html, async (page) => {
    await page.setViewport({ width: room.width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await page.emulateMediaType("print");
    await look(page);
  });
}

const heightOf = (page: Page, selector: string): Promise<number> =>
  page.$eval(selector, (element) => element.getBoundingClientRect().height);

Deno.test({
  name: "on paper nothing is wider or higher than the page, and it is white",
  ignore: !hasBrowser,
  fn: async () =>
    await onPaper(await report(), async (page) => {
      const boxes = await page.$$eval("main *, nav", (all) =>
        all.map((element) => {
          const { left, right, height } = element.getBoundingClientRect();
          return { name: `${element.tagName}.${element.className}`, left, right, height };
        }));
      const outside = boxes.filter(({ left, right }) => left < 0 || right > room.width + 0.5);
      assertEquals(outside, []);
      const figures = boxes.filter(({ name }) => name.startsWith("FIGURE"));
      assert(figures.every(({ height }) => height < 0.65 * room.height), "a figure, and its code");
      const paper = await page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
      assertEquals(paper, "rgb(255, 255, 255)");
    }),
});

Deno.test({
  name: "on paper a hundred columns of code stand in one line",
  ignore: !hasBrowser,
  fn: async () =>
    await onPaper(await report(), async (page) => {
      const lines = await page.$eval("pre.source code", (code) => code.getClientRects().length);
      assertEquals(lines, 1);
    }),
});

Deno.test({
  name: "on paper there is what a reader would have to unfold or follow, and no button or way on",
  ignore: !hasBrowser,
  fn: async () => {
    await onPaper(await report(), async (page) => {
      assertGreater(await heightOf(page, ".prose details p"), 10);
      const address = await page.$eval(
        ".prose li > a",
        (link) => getComputedStyle(link, "::after").content,
      );
      assert(address.includes("https://example.org/paper"), address);
      for (const nav of await page.$$("nav")) assertEquals(await nav.isVisible(), false);
    });
    await onPaper(
      await report(true),
      async (page) => assertEquals(await heightOf(page, ".cell > details"), 0),
    );
  },
});

Deno.test("printedPage() is A4, and links only to what is in it or in the world", async () => {
  const html = printedPage(await report());
  const links = Array.from(html.matchAll(/<a [^>]*href="([^"]*)"/g), ([, href]) => href);
  assert(links.includes("https://example.org/paper"));
  assertEquals(links.filter((href) => !/^(#|https:)/.test(href)), []);
  assert(html.includes("On to <a>next</a>.") && html.includes("size: A4"));
});
