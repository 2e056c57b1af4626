import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { browse } from "../../../bench/browser/browse.ts";
import { hasChromium } from "../../../bench/browser/chromium.ts";
import { tfjsModule } from "../../../bench/browser/page_modules.ts";
import { assertEquals } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import type { Outcome } from "./check.ts";
import { kernelChecks } from "./kernel_checks.ts";
import { packagedKernels } from "./packaged_kernels.ts";

const isThere = await hasChromium();
const names = kernelChecks({ tf, initBackend }).map(({ name }) => name);

const page = `
  import * as tf from "@tensorflow/tfjs";
  import { initBackend } from "/kernels.js";
  import { runChecks } from "/checks.js";
  export const run = async () => ({
    isIsolated: crossOriginIsolated,
    outcomes: await runChecks({ tf, initBackend }),
  });`;

for (const isIsolated of [false, true]) {
  const where = `in a page that is ${isIsolated ? "" : "not "}isolated from other origins`;
  Deno.test({
    name: `what holds of the kernels on every platform holds ${where}` +
      (isThere ? "" : ": skipped, there is no Chromium"),
    ignore: !isThere,
    async fn(): Promise<void> {
      const { kernels, checks } = await withFolder(packagedKernels);
      const modules = { "kernels.js": kernels, "checks.js": checks, "tf.js": await tfjsModule() };
      const site = { ...modules, "page.js": page };
      const found = await browse(site, { isIsolated }) as {
        readonly isIsolated: boolean;
        readonly outcomes: readonly Outcome[];
      };
      assertEquals(found.isIsolated, isIsolated);
      assertEquals(found.outcomes, names.map((name) => ({ name, failure: "" })));
    },
  });
}
