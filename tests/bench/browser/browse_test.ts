import { browse } from "../../../bench/browser/browse.ts";
import { hasChromium } from "../../../bench/browser/chromium.ts";
import { assertEquals, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";

const isThere = await hasChromium();

/** Pages of which none answers by itself, and what is said of each. */
const faults = {
  "export const run = async () => { throw new RangeError('out of range'); };": "out of range",
  "export const run = () => (;": "SyntaxError",
  "import 'nowhere'; export const run = async () => 1;": "nowhere",
  "import './nowhere.js'; export const run = async () => 1;": "Failed to fetch",
};

Deno.test({
  name: "browse() throws what a page throws, and leaves nothing in the folder" +
    (isThere ? "" : ": skipped, there is no Chromium"),
  ignore: !isThere,
  fn: () =>
    withFolder(async (folder) => {
      for (const [page, message] of Object.entries(faults)) {
        await assertRejects(() => browse({ "page.js": page }, folder), Error, message);
      }
      assertEquals(await Array.fromAsync(Deno.readDir(folder)), []);
    }),
});

Deno.test({
  name: "browse() gives what a page gives, with the server's files" +
    (isThere ? "" : ": skipped, there is no Chromium"),
  ignore: !isThere,
  fn: () =>
    withFolder(async (folder) => {
      const page = `import { seven } from "./seven.js";
        const bytes = async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())];
        export const run = async () => [seven, await bytes("/bytes"), (await fetch("/no")).status];`;
      const seven = "export const seven = 7;";
      const site = { "page.js": page, "seven.js": seven, bytes: new Uint8Array([1, 255]) };
      assertEquals(await browse(site, folder), [7, [1, 255], 404]);
    }),
});
