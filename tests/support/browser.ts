import { join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import { assertEquals } from "./assert.ts";
import { withFolder } from "./with_folder.ts";

const executablePath = "/usr/bin/chromium";

/** Milliseconds for a page to do something: many, where other tests run beside it. */
const patience = 300_000;

/** Whether there is a Chromium for {@link withPage}; tests that need it are ignored without. */
export const hasBrowser: boolean = await Deno.stat(executablePath).then(() => true, () => false);

/** Opens an HTML page from a file in a headless Chromium without a network. Fails where the page asks
 * for anything, or its console has anything to say. */
export async function withPage(
  html: string,
  look: (page: Page) => Promise<void>,
  { prepare }: { readonly prepare?: (page: Page) => Promise<void> } = {},
): Promise<void> {
  await withFolder(async (folder) => {
    const path = join(folder, "page.html");
    await Deno.writeTextFile(path, html);
    const browser = await puppeteer.launch({
      executablePath,
      userDataDir: join(folder, "browser"),
      args: ["--no-sandbox", "--disable-gpu", "--proxy-server=127.0.0.1:1"],
      protocolTimeout: patience, // what waits in the page is a call, too
    });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(String(error)));
      page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) said.push(request.url());
      });
      await page.setViewport({ width: 1000, height: 800 });
      await prepare?.(page);
      await page.goto(`file://${path}`);
      await look(page);
      assertEquals(said, []);
    } finally {
      await browser.close();
    }
  });
}
