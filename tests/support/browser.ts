import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { assertEquals } from "./assert.ts";
import { withFolder } from "./with_folder.ts";

const executablePath = "/usr/bin/chromium";

/** Milliseconds for a page to do something: many, where other tests run beside it. */
const patience = 300_000;

/** Whether there is a Chromium for {@link withPage}; tests that need it are ignored without. */
export const hasBrowser: boolean = await Deno.stat(executablePath).then(() => true, () => false);

/** The browser of all pages of a test file: starting one takes longer than most tests. */
let opened: { readonly browser: Promise<Browser>; readonly folder: string } | undefined;

async function theBrowser(): Promise<Browser> {
  if (opened === undefined) {
    const folder = Deno.makeTempDirSync();
    const browser = puppeteer.launch({
      executablePath,
      userDataDir: folder,
      args: ["--no-sandbox", "--disable-gpu", "--proxy-server=127.0.0.1:1"],
      protocolTimeout: patience, // what waits in the page is a call, too
    });
    opened = { browser, folder };
  }
  return await opened.browser;
}

/** Ends the browser, where there is one. After the tests of a file this is done without a call. */
export async function closeBrowser(): Promise<void> {
  if (opened === undefined) return;
  const { browser, folder } = opened;
  opened = undefined;
  await (await browser).close();
  await Deno.remove(folder, { recursive: true });
}

Deno.test.afterAll(closeBrowser);

/** Opens an HTML page from a file in a headless Chromium without a network, where no page before it has
 * left anything. Fails where the page asks for anything, or its console has anything to say. */
export async function withPage(
  html: string,
  look: (page: Page) => Promise<void>,
  { prepare }: { readonly prepare?: (page: Page) => Promise<void> } = {},
): Promise<void> {
  await withFolder(async (folder) => {
    const path = join(folder, "page.html");
    await Deno.writeTextFile(path, html);
    const context = await (await theBrowser()).createBrowserContext();
    try {
      const page = await context.newPage();
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
      await context.close();
    }
  });
}
