/** Takes the README's two pictures: a report, as `deno task report 01_download` wrote it, and a notebook
 * in JupyterLab, which must be on `PATH`: `deno run --lock=tests/deno.lock --allow-read --allow-write
 * --allow-env --allow-run --allow-ffi --allow-sys --allow-net=127.0.0.1 tests/support/make_screenshots.ts`. */
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { projectPath } from "@lib/base/paths.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { copyProject } from "./copy_project.ts";
import { closeBrowser, withPage } from "./browser.ts";
import { withFolder } from "./with_folder.ts";
import { withJupyterLab } from "./with_jupyter_lab.ts";

/** Saves what a page shows, with few colours: text and figures need no more. */
async function save(page: Page, name: string): Promise<void> {
  const shot = await page.screenshot();
  const png = await sharp(shot).png({ palette: true, effort: 10 }).toBuffer();
  await writeAtomic(projectPath("assets", `${name}.png`), png);
}

const report = await Deno.readTextFile(projectPath("reports", "01_download.html"));
await withPage(report, async (page) => {
  await page.setViewport({ width: 1200, height: 780 });
  const stage = await page.$(`figure-stage:has([aria-label^="Every digit"])`);
  await stage!.scrollIntoView();
  await page.waitForSelector("figure-stage.drawn");
  await save(page, "report");
});
await closeBrowser();

await withFolder(async (root) => {
  await copyProject(root);
  await withJupyterLab(root, {}, async ({ open, page }) => {
    const notebook = await open("notebooks/01_download.ipynb");
    await notebook.execute("notebook:run-all-cells");
    await notebook.reveal("The first forty training images");
    const stage = await page.waitForSelector("figure-stage");
    await stage!.scrollIntoView();
    await page.waitForNetworkIdle();
    await save(page, "jupyterlab");
  });
});
