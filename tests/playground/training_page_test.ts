import type { Page } from "puppeteer-core";
import {
  assert,
  assertEquals,
  assertGreater,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "../support/assert.ts";
import { assertAccessible, looks } from "../support/assert_accessible.ts";
import { hasBrowser, withPage } from "../support/browser.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { trainingPage } from "@lib/playground/training_page.ts";
import { learningRates } from "@lib/playground/trainer/choices.ts";
import { assertSelfContained } from "../report/assert_self_contained.ts";

await initBackend("wasm");
const html = hasBrowser ? await trainingPage((await loadMnist()).train) : "";

function trainerTest(
  name: string,
  look: (page: Page) => Promise<void>,
  prepare?: (page: Page) => Promise<void>,
): void {
  const fn = (): Promise<void> =>
    withPage(html, async (page) => {
      await page.waitForSelector(".trainer.ready");
      await look(page);
    }, prepare && { prepare });
  Deno.test({ name, ignore: !hasBrowser, fn });
}

/** Sets a slider by the keyboard: to its lowest value, then up. */
async function slide(page: Page, id: string, steps: number): Promise<string> {
  await page.focus(`#${id}`);
  await page.keyboard.press("Home");
  for (let i = 0; i < steps; i++) await page.keyboard.press("ArrowRight");
  return await page.$eval(`output[for=${id}]`, ({ textContent }) => textContent!);
}

async function stateOf(page: Page): Promise<string> {
  return await page.$eval(".trainer .state", ({ textContent }) => textContent!);
}

/** Waits until the run at hand is over and drawn, and gives what is said of it. */
async function ending(page: Page): Promise<string> {
  await page.waitForSelector(`.state:not([data-ending=""])`);
  await page.evaluate(() =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  );
  return await stateOf(page);
}

/** How many points the curves of the newest run have: the loss, the accuracy. */
async function pointsOf(page: Page): Promise<number[]> {
  return await page.$$eval(".charts svg", (all) =>
    all.map((svg) => {
      const points = svg.querySelector(".now")?.getAttribute("points") ?? "";
      return points.split(" ").filter((point) => point !== "").length;
    }));
}

/** The cells of the runs that are over, the newest first, without their times. */
async function rowsOf(page: Page): Promise<string[][]> {
  return await page.$$eval(
    ".runs tbody tr",
    (all) =>
      all.map((row) => [...row.children].slice(0, -1).map(({ textContent }) => textContent!)),
  );
}

trainerTest("a network learns in the page, while its curve grows", async (page) => {
  assertSelfContained(html);
  assertLess(html.length, 12_000_000);
  assertStringIncludes(html, '; worker-src blob:"');
  assertEquals(await stateOf(page), "35,000 images are ready to be learned.");
  await page.click(".trainer button");
  const seen: number[] = [];
  for (const least of [1, 20, 60]) {
    await page.waitForFunction(
      (least) =>
        (document.querySelector(".now")?.getAttribute("points") ?? "").split(" ").length >= least,
      {},
      least,
    );
    seen.push((await pointsOf(page))[0]);
  }
  assert(seen[0] < seen[2], seen.join(" "));
  const words = await ending(page);
  const [, accuracy] = /^Done: it reads ([\d.]+) % of the held-out images, after [\d.]+ s\.$/
    .exec(words)!;
  assertGreater(Number(accuracy), 98.5);
  assertEquals((await pointsOf(page))[1], 8, "four scores an epoch");
  assertEquals(await rowsOf(page), [["1", "0.2", "32", "middle", `${accuracy} %`]]);
});

trainerTest("a far too high rate is said to be that, and the next run is another", async (page) => {
  assertEquals(await slide(page, "learning-rate", learningRates.length - 1), "500");
  assertEquals(await slide(page, "batch-size", 5), "256");
  await page.focus(".trainer button");
  await page.keyboard.press("Enter");
  assertMatch(await ending(page), /^Diverged after \d+ steps: .* Choose a lower learning rate\.$/);
  assertEquals(await rowsOf(page), [["1", "500", "256", "middle", "diverged"]]);
  await slide(page, "learning-rate", learningRates.indexOf(0.1));
  assertMatch(await slide(page, "width", 0), /^narrow: 4, 12, 32 channels, [\d,]+ weights$/);
  await page.focus(".trainer button");
  await page.keyboard.press("Enter");
  await page.waitForSelector(`.state[data-ending=""]`);
  assertMatch(await ending(page), /^Done: it reads 9\d\.\d\d %/);
  const [newest] = await rowsOf(page);
  assertEquals(newest.slice(0, 4), ["2", "0.1", "256", "narrow"]);
  assertEquals(await page.$$eval(".charts .before", (all) => all.length), 2, "in both charts");
});

for (const where of ["worker", "page"]) {
  trainerTest(
    `Stop stops a run, in the ${where}`,
    async (page) => {
      const words = await stateOf(page);
      assertEquals(/starts no worker here.* 10,000 of its images/.test(words), where === "page");
      // The mouse takes the slider's thumb from the middle to the left.
      const { x, y, width, height } = (await (await page.$("#width"))!.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + 2, y + height / 2);
      await page.mouse.up();
      await page.click(".trainer button");
      await page.waitForFunction(() => document.querySelectorAll(".now").length === 2);
      assertEquals(await page.$eval(".trainer button", (button) => button.textContent), "Stop");
      await page.click(".trainer button");
      assertMatch(await ending(page), /^Stopped: /);
      const points = await pointsOf(page);
      assertMatch((await rowsOf(page))[0].join(), /^1,0.2,32,narrow,.*stopped$/);
      assertEquals(await page.$eval(".trainer button", (button) => button.textContent), "Train");
      await new Promise((resolve) => setTimeout(resolve, 200));
      assertEquals(await pointsOf(page), points, "nothing more comes");
    },
    where === "page"
      ? async (page) => {
        await page.evaluateOnNewDocument(() => {
          Object.defineProperty(globalThis, "Worker", { value: undefined });
        });
      }
      : undefined,
  );
}

for (const [name, prepare] of Object.entries(looks)) {
  trainerTest(`axe finds nothing serious in the page that trains, ${name}`, async (page) => {
    await slide(page, "learning-rate", learningRates.length - 1);
    await slide(page, "batch-size", 5);
    await page.click(".trainer button");
    await ending(page);
    await assertAccessible(page);
  }, prepare);
}
