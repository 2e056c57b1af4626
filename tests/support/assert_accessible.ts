import axe from "axe-core";
import type { Page } from "puppeteer-core";
import { assertEquals, assertLess } from "./assert.ts";

/** How a page is looked at: what makes the browser show it so, before the page is opened. */
export const looks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  light: () => Promise.resolve(),
  dark: (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]),
  phone: (page) => page.setViewport({ width: 390, height: 800, isMobile: true, hasTouch: true }),
};

/** Fails where axe finds something serious in a page, or the page is wider than its window. */
export async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    return (await axe.run()).violations.map(({ id, impact }) => `${id}, ${impact}`)
      .filter((fault) => /serious|critical/.test(fault));
  });
  assertEquals(found, []);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  assertLess(beyond, 1, "nothing is wider than the window");
}
