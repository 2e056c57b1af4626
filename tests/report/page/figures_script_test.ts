import type { ElementHandle, Page } from "puppeteer-core";
import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { hasBrowser, withPage } from "../../support/browser.ts";
import { stroke, usual } from "../../figures/samples.ts";
import { confusionMatrixFigure } from "@lib/figures/confusion_matrix_figure.ts";
import { embeddingMap } from "@lib/figures/embedding_map.ts";
import type { Box } from "@lib/image/box.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { figureDisplay } from "@lib/report/display/figure_display.ts";
import { notebookPage } from "@lib/report/page/notebook_page.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";
import { assertSelfContained } from "../assert_self_contained.ts";
import { makeNotebook } from "../make_notebook.ts";

const facts = { name: "x", profile: "smoke", seed: 1, seconds: 1, versions: [], commands: [] };

/** What Plotly keeps at the element that it draws in. */
interface Plot {
  readonly _fullLayout: {
    readonly xaxis: { readonly range: readonly [number, number] };
    readonly dragmode: unknown;
  };
  readonly _fullData: readonly { readonly visible: unknown }[];
}

/** A report with these figures. */
async function report(...figures: Figure[]): Promise<string> {
  const { cells: [cell], ...rest } = makeNotebook("figures");
  const outputs = await Promise.all(figures.map(async (figure) => ({
    output_type: "display_data" as const,
    ...figureDisplay(figure, await renderSvg(figure)),
  })));
  return notebookPage({ ...rest, cells: [{ ...cell, outputs } as typeof cell] }, facts);
}

/** The drawn stage of the figure of that number. */
async function drawn(page: Page, number = 0): Promise<ElementHandle> {
  const stage = (await page.$$("figure-stage"))[number];
  await stage.scrollIntoView();
  await page.waitForFunction((element) => element.classList.contains("drawn"), {}, stage);
  return stage;
}

/** Moves the pointer to a place of a figure, given in its own pixels. */
async function point(page: Page, stage: ElementHandle, x: number, y: number): Promise<void> {
  const { x: left, y: top } = (await stage.boundingBox())!;
  await page.mouse.move(left + x, top + y, { steps: 4 });
}

function browserTest(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore: !hasBrowser, fn });
}

browserTest("figures.js draws every kind of figure, none before it comes into view", async () => {
  const html = await report(...Object.values(usual).map((figure) => figure()));
  assertSelfContained(html);
  assertLess(html.length, 3e6);
  await withPage(html, async (page) => {
    const stages = await page.$$("figure-stage");
    const answers = await page.$$eval(
      "figure-stage",
      (all) =>
        all.map((stage) => /"figure":/.test(stage.querySelector("script")?.textContent ?? "")),
    );
    assertGreater(answers.filter((does) => does).length, 8);
    assertLess((await page.$$("figure-stage.drawn")).length, 3);
    for (const [number, does] of answers.entries()) if (does) await drawn(page, number);
    assertEquals(
      (await page.$$("figure-stage.drawn")).length,
      answers.filter((does) => does).length,
    );
    for (const stage of stages) {
      const { width } = (await stage.boundingBox())!;
      assertLess(width, 721);
    }
  });
});

browserTest("figures.js lets a figure answer: hover, legend, zoom and back", async () => {
  await withPage(await report(usual.trainingCurves()), async (page) => {
    const stage = await drawn(page);
    await point(page, stage, 360, 250);
    await page.waitForSelector(".hoverlayer .hovertext");

    const range = (): Promise<[number, number]> =>
      page.$eval(".plot", (plot) => [...(plot as unknown as Plot)._fullLayout.xaxis.range] as const)
        .then(([low, high]) => [low, high]);
    const before = await range();
    await point(page, stage, 200, 200);
    await page.mouse.down();
    await point(page, stage, 400, 280);
    await page.mouse.up();
    const [low, high] = await range();
    assert(low > before[0] && high < before[1], `${low} to ${high}`);
    await page.mouse.click(...await placeOf(stage, 300, 220), { count: 2 });
    await page.waitForFunction(
      (wanted) =>
        (document.querySelector(".plot") as unknown as Plot)._fullLayout.xaxis.range[1] === wanted,
      {},
      before[1],
    );

    const entry = await page.$(".legendtoggle");
    const { x, y, width, height } = (await entry!.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForFunction(() =>
      (document.querySelector(".plot") as unknown as Plot)._fullData.some(({ visible }) =>
        visible === "legendonly"
      )
    );
  });
});

browserTest("figures.js hands out a figure as a picture, and nothing to any cloud", async () => {
  await withPage(await report(usual.reliability()), async (page) => {
    await drawn(page);
    const buttons = await page.$$eval(
      ".modebar-btn",
      (all) => all.map((button) => button.getAttribute("data-title") ?? ""),
    );
    assertEquals(buttons, ["Download plot as a PNG", "Reset axes"]);
    const made = await page.evaluate(async () => {
      const { Plotly } = globalThis as unknown as {
        Plotly: { toImage(plot: Element, options: object): Promise<string> };
      };
      return await Plotly.toImage(document.querySelector(".plot")!, { format: "png" });
    });
    assert(made.startsWith("data:image/png;base64,"), made.slice(0, 60));
  });
});

async function placeOf(stage: ElementHandle, x: number, y: number): Promise<[number, number]> {
  const { x: left, y: top } = (await stage.boundingBox())!;
  return [left + x, top + y];
}

browserTest("figures.js shows a gallery's digit large, until the pointer leaves", async () => {
  const figure = usual.digitGallery();
  const { closeups: [{ x, y, width, height }] } =
    (figure.layout as { meta: { closeups: Box[] } }).meta;
  await withPage(await report(figure), async (page) => {
    const [stage] = await page.$$("figure-stage");
    await page.waitForSelector("figure-stage.close");
    await point(page, stage, x + width / 2, y + height / 2);
    const lens = await page.waitForSelector(".lens > svg");
    const box = (await lens!.boundingBox())!;
    assertGreater(Math.max(box.width, box.height), 200);
    const view = await lens!.evaluate((svg) => svg.getAttribute("viewBox"));
    assertEquals(view!.split(" ").slice(2).map(Number), [width, height]);
    await point(page, stage, 10, 2);
    await page.waitForSelector(".lens", { hidden: true });
  });
});

browserTest("figures.js shows the images behind a clicked cell of a confusion matrix", async () => {
  const matrix = [[5, 2, 0], [0, 5, 0], [0, 0, 5]];
  const mistakes = [{ truth: 0, predicted: 1, pixels: stroke(0) }, {
    truth: 0,
    predicted: 1,
    pixels: stroke(3),
  }];
  const figure = confusionMatrixFigure(matrix, { mistakes });
  const { l = 0, t = 0 } = figure.layout.margin!;
  await withPage(await report(figure), async (page) => {
    const stage = await drawn(page);
    await point(page, stage, l + 1.5 * 46, t + 0.5 * 46);
    await page.waitForSelector(".hoverlayer .hovertext");
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForSelector(".lens > i");
    assertEquals(await page.$eval(".lens > p", (title) => title.textContent), "0 read as 1");
    assertEquals((await page.$$(".lens > i")).length, 2);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".lens", { hidden: true });
  });
});

browserTest(
  "figures.js shows the image of a point on a map under the pointer, until it leaves",
  async () => {
    const images = [[0, 0], [1, 0], [0, 1], [1, 1]].map((place, truth) => {
      return { place: place as [number, number], truth, predicted: truth, pixels: stroke(truth) };
    });
    await withPage(await report(embeddingMap(images)), async (page) => {
      await drawn(page);
      const sign = await page.waitForSelector(".plot .textpoint:nth-of-type(3)");
      const { x, y, width, height } = (await sign!.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
      await page.waitForSelector(".lens > i");
      const place = await page.$eval(".lens > i", (image) => image.style.backgroundPosition);
      assertEquals(place, `${-2 * 28 * 4}px 0px`);
      await page.mouse.move(x + 150, y - 150, { steps: 4 });
      await page.waitForSelector(".lens", { hidden: true });
    });
  },
);

browserTest("pictures stand in where no script runs, and in print", async () => {
  const html = await report(usual.reliability());
  const opacity = (page: Page): Promise<string> =>
    page.$eval("figure-stage > svg", (svg) => getComputedStyle(svg).opacity);
  const prepare = (page: Page): Promise<void> => page.setJavaScriptEnabled(false);
  await withPage(html, async (page) => assertEquals(await opacity(page), "1"), { prepare });
  await withPage(html, async (page) => {
    await drawn(page);
    assertEquals(await opacity(page), "0");
    await page.emulateMediaType("print");
    assertEquals(await opacity(page), "1");
    assertEquals(await page.$eval(".plot", (plot) => getComputedStyle(plot).display), "none");
  });
});

browserTest("figures.js fits figures to a phone, where a finger scrolls", async () => {
  const prepare = (page: Page): Promise<void> =>
    page.setViewport({ width: 390, height: 800, isMobile: true, hasTouch: true });
  await withPage(await report(usual.classHistogram()), async (page) => {
    const stage = await drawn(page);
    const { width } = (await stage.boundingBox())!;
    const plot = await page.$eval(".plot", (element) => element.getBoundingClientRect().width);
    assertLess(Math.abs(width - plot), 1);
    assertGreater(width, 370, "no margin beside it");
    assert(await page.$eval(".finding", (title) => title.getBoundingClientRect().height > 10));
    assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    assertEquals(
      await page.$eval(".plot", (plot) => (plot as unknown as Plot)._fullLayout.dragmode),
      false,
    );
  }, { prepare });
});
