import type { Page } from "puppeteer-core";
import { assertEquals, assertLess } from "../../support/assert.ts";
import { hasBrowser, withPage } from "../../support/browser.ts";
import { usual } from "../../figures/samples.ts";
import { plotlyDisplay } from "@lib/report/display/bring_plotly.ts";
import { figureDisplay } from "@lib/report/display/figure_display.ts";
import type { Display } from "@lib/report/display/send_display.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";

const figure = usual.trainingCurves();
const curves = figureDisplay(figure, await renderSvg(figure));

function htmlOf({ data }: Display): string {
  return String(data["text/html"]);
}

/** Outputs of cells as nbconvert writes them, one after the other into a page. */
function exported(...displays: Display[]): string {
  const outputs = displays.map((display) => `<div class="output">${htmlOf(display)}</div>`);
  return `<!doctype html><meta charset="utf-8"><title>Notebook</title>${outputs.join("\n")}`;
}

/** Adds an output to a page as JupyterLab does where it trusts the notebook: scripts that come with
 * HTML are made anew, as others do not run. */
async function add(page: Page, display: Display): Promise<void> {
  await page.evaluate((html) => {
    const output = document.createElement("div");
    output.innerHTML = html;
    for (const script of output.querySelectorAll("script")) {
      const copy = document.createElement("script");
      for (const { name, value } of script.attributes) copy.setAttribute(name, value);
      copy.textContent = script.textContent;
      script.replaceWith(copy);
    }
    document.body.append(output);
  }, htmlOf(display));
}

/** Waits for what the figure of that number says below the pointer. */
async function hover(page: Page, number: number): Promise<void> {
  const stage = (await page.$$("figure-stage"))[number];
  await stage.scrollIntoView();
  await page.waitForFunction((element) => element.classList.contains("drawn"), {}, stage);
  const { x, y } = (await stage.boundingBox())!;
  await page.mouse.move(x + 360, y + 250, { steps: 4 });
  await stage.waitForSelector(".hoverlayer .hovertext");
}

Deno.test("a notebook holds Plotly once: its figures are small", () => {
  assertLess(htmlOf(plotlyDisplay()).length, 700_000);
  assertLess(htmlOf(curves).length, 60_000);
});

function browserTest(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore: !hasBrowser, fn });
}

browserTest("an exported notebook's figures answer", async () => {
  await withPage(exported(plotlyDisplay(), curves, curves), async (page) => {
    await hover(page, 1);
    await hover(page, 0);
  });
});

browserTest("figures answer in a notebook that is open, whichever output came first", async () => {
  await withPage(exported(), async (page) => {
    for (const display of [curves, plotlyDisplay(), curves, plotlyDisplay()]) {
      await add(page, display);
    }
    await hover(page, 0);
    await hover(page, 1);
    const stage = await page.$("figure-stage");
    await stage!.evaluate((element) => element.parentElement!.append(element)); // out and in
    await hover(page, 0);
    assertEquals((await stage!.$$(".plot")).length, 1);
  });
});

browserTest("a figure is a picture in a notebook that is not trusted", async () => {
  const { data } = curves;
  const html = htmlOf(curves).replace(/<script[^]*?<\/script>|<\/?figure-stage>/g, "");
  const size = (page: Page): Promise<number[]> =>
    page.$eval("img", ({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]);
  await withPage(exported({ data: { ...data, "text/html": html }, metadata: {} }), async (page) => {
    assertEquals(await size(page), [figure.layout.width, figure.layout.height]);
  });
});
