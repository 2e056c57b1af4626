import type { ElementHandle, Page } from "puppeteer-core";
import { assertEquals, assertGreater } from "../support/assert.ts";
import { assertAccessible, looks } from "../support/assert_accessible.ts";
import { hasBrowser, withPage } from "../support/browser.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { drawingPad } from "@lib/playground/drawing_pad.ts";
import { page as pageOf } from "@lib/report/page/page.ts";
import { assertSelfContained } from "../report/assert_self_contained.ts";
import { drawnDigits, type Point } from "./pad/drawn_digits.ts";

await initBackend("wasm");
const model = await loadHandwritingModel();
const part = await drawingPad(model);
model.dispose();
const html = pageOf("Pad", `<main><h1>Pad</h1>${part.html}</main>`, [part]);

function padTest(
  name: string,
  look: (page: Page, sheet: ElementHandle) => Promise<void>,
  prepare?: (page: Page) => Promise<void>,
): void {
  const fn = (): Promise<void> =>
    withPage(html, async (page) => {
      await page.waitForSelector(".pad.ready");
      await look(page, (await page.$(".pad .sheet"))!);
    }, prepare && { prepare });
  Deno.test({ name, ignore: !hasBrowser, fn });
}

/** Where points of the sheet are in the window. */
async function placesOf(sheet: ElementHandle, points: readonly Point[]): Promise<Point[]> {
  const { x, y, width, height } = (await sheet.boundingBox())!;
  return points.map(([right, down]) => [x + right * width, y + down * height]);
}

async function drawWithMouse(
  page: Page,
  sheet: ElementHandle,
  points: readonly Point[],
): Promise<void> {
  const [first, ...rest] = await placesOf(sheet, points);
  await page.mouse.move(...first);
  await page.mouse.down();
  // A hand does not wait for what the pad makes of each point.
  await Promise.all(rest.map((place) => page.mouse.move(...place)));
  await page.mouse.up();
}

/** The digit that the pad shows once the next picture is painted; empty where it sees none. */
async function digitOf(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return document.querySelector(".pad .best > b")?.textContent ?? "";
  });
}

async function click(page: Page, name: string): Promise<void> {
  await page.locator(`.pad button ::-p-text(${name})`).click();
}

padTest("the pad reads digits drawn with the mouse", async (page, sheet) => {
  assertSelfContained(html);
  assertEquals(await digitOf(page), "3", "the example");
  const read: string[] = [];
  for (const { strokes } of drawnDigits) {
    for (const stroke of strokes) await drawWithMouse(page, sheet, stroke);
    read.push(await digitOf(page));
    await click(page, "Clear");
    assertEquals(await digitOf(page), "");
  }
  const right = read.filter((digit, i) => digit === String(drawnDigits[i].digit)).length;
  assertGreater(right, 18, read.join(" "));
});

padTest("the pad reads a digit drawn with a finger, which does not scroll", async (page, sheet) => {
  const [first, ...rest] = await placesOf(sheet, drawnDigits[4].strokes[0]);
  const finger = await page.touchscreen.touchStart(...first);
  for (const place of rest) await finger.move(...place);
  await finger.end();
  assertEquals(await digitOf(page), "2");
  assertEquals(await page.evaluate(() => scrollY), 0);
}, (page) => page.setViewport({ width: 390, height: 800, isMobile: true, hasTouch: true }));

padTest(
  "the pad shows what every layer makes of the digit, and changes it while one draws",
  async (page, sheet) => {
    const pictures = (): Promise<string[]> =>
      page.$$eval(
        ".pad canvas",
        (all) => all.map((each) => (each as HTMLCanvasElement).toDataURL()),
      );
    const before = await pictures();
    assertEquals(before.length, 3 + 5, "sheet, ink, 28 × 28 and five convolutions");
    const [first, second, third] = await placesOf(sheet, drawnDigits[3].strokes[0]);
    await page.mouse.move(...first);
    await page.mouse.down();
    await page.mouse.move(...second);
    await digitOf(page);
    const half = await pictures();
    await page.mouse.move(...third);
    assertEquals(await digitOf(page), "1");
    const whole = await pictures();
    await page.mouse.up();
    for (let i = 0; i < before.length; i++) {
      assertEquals(new Set([before[i], half[i], whole[i]]).size, 3, `picture ${i}`);
    }
  },
);

padTest("the pad takes back the last stroke alone", async (page, sheet) => {
  const [seven, bar] = drawnDigits[15].strokes;
  await drawWithMouse(page, sheet, seven);
  const before = await page.$eval(".sheet", (canvas) => (canvas as HTMLCanvasElement).toDataURL());
  await drawWithMouse(page, sheet, bar);
  await click(page, "Undo");
  const after = await page.$eval(".sheet", (canvas) => (canvas as HTMLCanvasElement).toDataURL());
  assertEquals([after === before, await digitOf(page)], [true, "7"]);
});

for (const way of ["choose", "drop", "paste"]) {
  padTest(`the pad reads a photo: ${way}`, async (page) => {
    const path = projectPath("data", "samples", "five_on_a_blackboard.jpg");
    if (way === "choose") {
      const input = await page.$(".pad input[type=file]");
      await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    } else {
      const bytes = (await Deno.readFile(path)).toBase64();
      await page.evaluate(
        (name, base64) => {
          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], "five.jpg", { type: "image/jpeg" }));
          const pad = document.querySelector(".pad")!;
          const event = name === "drop"
            ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
          pad.dispatchEvent(event);
        },
        way,
        bytes,
      );
    }
    await page.waitForFunction(() => document.querySelector(".pad .best > b")?.textContent === "5");
  });
}

padTest("the pad says so where a file is no picture", async (page) => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["words"], "words.txt"));
    document.querySelector(".pad")!.dispatchEvent(new DragEvent("drop", { dataTransfer }));
  });
  await page.waitForFunction(() =>
    document.querySelector(".pad .answer")!.textContent ===
      "This browser cannot open that file as a picture."
  );
});

for (const [name, prepare] of Object.entries(looks)) {
  padTest(`axe finds nothing serious in the pad, ${name}`, async (page) => {
    await assertAccessible(page);
  }, prepare);
}
