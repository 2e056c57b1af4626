import type { Page } from "puppeteer-core";
import axe from "axe-core";
import { assertEquals } from "../../support/assert.ts";
import { hasBrowser, withPage } from "../../support/browser.ts";
import { usual } from "../../figures/samples.ts";
import { figureDisplay } from "@lib/report/display/figure_display.ts";
import { tableDisplay } from "@lib/report/display/table_display.ts";
import { headlines } from "@lib/report/page/headlines.ts";
import { indexPage } from "@lib/report/page/index_page.ts";
import type { Notebook } from "@lib/report/jupyter/notebook.ts";
import { notebookPage } from "@lib/report/page/notebook_page.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";

/** A notebook with everything that a report can show. */
async function everything(): Promise<Notebook> {
  const figures = [usual.trainingCurves(), usual.digitGallery()];
  const displays = [
    ...await Promise.all(figures.map(async (each) => figureDisplay(each, await renderSvg(each)))),
    tableDisplay([{ digit: 1, share: "9.8 %" }], "Shares."),
    { data: { "text/plain": "x".repeat(300) }, metadata: {} },
    { data: { "text/markdown": "## Again" }, metadata: {} },
  ];
  const prose = (source: string): Notebook["cells"][number] => {
    return { cell_type: "markdown", source, metadata: {} };
  };
  return {
    cells: [
      prose("# Title\n\nWords with a [link](02_next.ipynb)."),
      prose("## Again\n\n> quoted `code`\n\n| a | b |\n| - | -: |\n| 1 | 2 |"),
      {
        cell_type: "code",
        source: "// a comment\nconst a = `text ${1}`;",
        metadata: {},
        execution_count: 1,
        outputs: [
          ...displays.map((display) => ({ output_type: "display_data" as const, ...display })),
          { output_type: "stream", name: "stderr", text: "aside" },
          { output_type: "error", ename: "E", evalue: "wrong", traceback: [] },
        ],
      },
      prose("## Again\n\n### Deeper\n\nEnd."),
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/** The rules that a page breaks, the serious ones. */
async function seriousFaults(page: Page): Promise<string[]> {
  for (const stage of await page.$$("figure-stage:has(.figure)")) await stage.scrollIntoView();
  await page.waitForSelector("figure-stage.drawn");
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run();
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join("; ")}`);
  });
}

const looks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  light: () => Promise.resolve(),
  dark: (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]),
  wide: (page) => page.setViewport({ width: 1500, height: 900 }),
  phone: (page) => page.setViewport({ width: 390, height: 800, isMobile: true, hasTouch: true }),
};

for (const [name, prepare] of Object.entries(looks)) {
  Deno.test({
    name: `axe finds nothing serious in a report, ${name}`,
    ignore: !hasBrowser,
    async fn(): Promise<void> {
      const facts = {
        ...{
          name: "01_first",
          profile: "smoke",
          seed: 1,
          seconds: 1,
          versions: [],
          commands: ["a"],
        },
        after: { name: "02_next", title: "Next" },
      };
      const html = notebookPage(await everything(), facts);
      await withPage(html, async (page) => {
        assertEquals(await seriousFaults(page), []);
        const { scroll, room } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          room: document.documentElement.clientWidth,
        }));
        assertEquals(scroll, room, "nothing is wider than the window");
      }, { prepare });
    },
  });
}

Deno.test({
  name: "axe finds nothing serious in the index",
  ignore: !hasBrowser,
  async fn(): Promise<void> {
    const entry = { name: "01_x", title: "1. X", summary: "y", minutes: 1, seconds: 2 };
    const html = indexPage("All", [entry], { headlines: headlines({ accuracy: 0.99 }), note: "n" });
    await withPage(html, async (page) => {
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
        return (await axe.run()).violations.map(({ id, impact }) => `${id}, ${impact}`);
      });
      assertEquals(found, []);
    });
  },
});
