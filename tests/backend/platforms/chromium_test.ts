import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { browse } from "../../../bench/browser/browse.ts";
import { bundleModule } from "../../../bench/browser/bundle_module.ts";
import { hasChromium } from "../../../bench/browser/chromium.ts";
import { tfjsFile } from "../../../bench/browser/tfjs_file.ts";
import { assertEquals } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { kernelChecks } from "./kernel_checks.ts";
import { packagedKernels } from "./packaged_kernels.ts";

const isThere = await hasChromium();
const without = isThere ? "" : ": skipped, there is no Chromium";
const tfjs = { "tf.js": await tfjsFile("tf.fesm.min.js") };
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
    name: `what holds of the kernels on every platform holds ${where}` + without,
    ignore: !isThere,
    fn: () =>
      withFolder(async (folder) => {
        const { kernels, checks } = await packagedKernels(folder);
        const modules = { "kernels.js": kernels, "checks.js": checks, "page.js": page };
        const found = await browse({ ...tfjs, ...modules }, folder, { isIsolated });
        const outcomes = names.map((name) => ({ name, failure: "" }));
        assertEquals(found, { isIsolated, outcomes });
      }),
  });
}

const pageWithThreads = `
  import * as tf from "@tensorflow/tfjs";
  import { startStockWasm } from "/stock_wasm.js";
  await startStockWasm();
  const { buffer } = tf.backend().wasm.HEAPU8;
  const { initBackend } = await import("/kernels.js");
  export const run = async () => ({
    isShared: buffer instanceof SharedArrayBuffer,
    said: await initBackend("wasm").catch(({ message }) => message),
  });`;

Deno.test({
  name: "initBackend() refuses a wasm backend that tfjs runs on several threads" + without,
  ignore: !isThere,
  fn: () =>
    withFolder(async (folder) => {
      const { kernels } = await packagedKernels(folder);
      const stock = projectPath("bench", "browser", "start_stock_wasm.ts");
      const modules = { "kernels.js": kernels, "stock_wasm.js": await bundleModule(stock) };
      const binary = "tfjs-backend-wasm-threaded-simd.wasm";
      const site = { ...tfjs, ...modules, [binary]: await tfjsFile(binary) };
      assertEquals(
        await browse({ ...site, "page.js": pageWithThreads }, folder, { isIsolated: true }),
        {
          isShared: true,
          said:
            "Cannot start backend wasm: found tfjs's own running on several threads, wanted one " +
            'thread; call initBackend("wasm") before tf.setBackend("wasm")',
        },
      );
    }),
});
