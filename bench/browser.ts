import { join } from "node:path";
import { bundleKernels } from "@lib/backend/bundle.ts";
import { projectPath } from "@lib/base/paths.ts";
import { median } from "@lib/base/statistics.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { browse, type Site } from "./browser/browse.ts";
import { bundleModule } from "./browser/bundle_module.ts";
import { chromium, hasChromium } from "./browser/chromium.ts";
import { tfjsFile } from "./browser/tfjs_file.ts";
import type { Training } from "./browser/train_in_page.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** A way to train in a page. */
interface Way {
  readonly way: string;
  readonly batch: number;
  readonly warmUps: number;
  /** Whether a step takes seconds, so that one round must do. */
  readonly isSlow?: true;
  /** What the page's module does first. */
  readonly start: string;
}

interface Row {
  readonly way: string;
  readonly batch: number;
  /** `null` where it cannot train. */
  readonly imagesPerSecond: number | null;
  /** Why it cannot, or what it draws with. */
  readonly note: string | null;
}

const ways: readonly Way[] = [
  {
    ...{ way: "wasm, these kernels", batch: 128, warmUps: 5 },
    start: 'import { initBackend } from "/kernels.js"; await initBackend("wasm");',
  },
  {
    ...{ way: "wasm, tfjs's own", batch: 128, warmUps: 5 },
    start: 'import { startStockWasm } from "/stock_wasm.js"; await startStockWasm();',
  },
  // Batches as small as such steps allow.
  {
    ...{ way: "webgl", batch: 64, warmUps: 1, isSlow: true },
    start: 'await tf.setBackend("webgl");',
  },
  { way: "cpu", batch: 16, warmUps: 1, isSlow: true, start: 'await tf.setBackend("cpu");' },
];

/** Seconds that a page trains in a round, warmed up. */
const seconds = 1.5;

/** Images that the pages train on, the first of MNIST's. */
const imageCount = 4_096;

/** WebGL without a graphics card: Chromium computes it on the processor, and must be told to. */
const flags = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/** Images a second of stock `trainOnBatch` in Chromium: the Keras network on MNIST, with these kernels
 * and with the backends that tfjs has of its own, in turn, round by round, each in a fresh browser.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/browser.json`; none where there is no Chromium
 */
export async function benchBrowser(rounds: number): Promise<Measured> {
  if (!await hasChromium()) {
    const table = `Not measured: found no ${chromium}; install it (apt-get install chromium).`;
    return { table, results: {} };
  }
  const runs = projectPath("data", "runs");
  await Deno.mkdir(runs, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: runs, prefix: "bench-" });
  try {
    return await measure(rounds, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function measure(rounds: number, folder: string): Promise<Measured> {
  const site = await makeSite(join(folder, "kernels"));
  const speeds = ways.map((): number[] => []);
  const notes = ways.map((): string | null => null);
  let browser = "";
  for (let round = 1; round <= rounds; round++) {
    printNote(`Round ${round} of ${rounds}`);
    for (const [i, { batch, warmUps, isSlow, start }] of ways.entries()) {
      const cannotTrain = speeds[i].length === 0;
      if (round > 1 && (isSlow || cannotTrain)) continue;
      const options = JSON.stringify({ batch, seconds, warmUps });
      const page = `
        import * as tf from "@tensorflow/tfjs";
        import { trainInPage } from "/train_in_page.js";
        ${start}
        export const run = () =>
          trainInPage(${options}).catch((error) => ({ error: String(error.message) }));`;
      const found = await browse({ ...site, "page.js": page }, folder, { flags }) as
        | Training
        | { readonly error: string };
      if ("error" in found) {
        notes[i] = found.error;
        continue;
      }
      speeds[i].push(1000 * batch / median(found.milliseconds));
      notes[i] = found.renderer;
      browser = found.browser;
    }
  }
  const rows = ways.map(({ way, batch }, i): Row => ({
    ...{ way, batch, note: notes[i] },
    imagesPerSecond: speeds[i].length === 0 ? null : Number(median(speeds[i]).toPrecision(4)),
  }));
  const results = { browser, network: "keras", rounds, rows };
  return { table: tableOf(rows, browser), results: await writeResults("browser", results) };
}

async function makeSite(folder: string): Promise<Site> {
  const module = (name: string): Promise<string> =>
    bundleModule(projectPath("bench", "browser", `${name}.ts`));
  await bundleKernels(folder);
  const { train: { images, labels } } = await loadMnist();
  return {
    "tf.js": await tfjsFile("tf.fesm.min.js"),
    "kernels.js": await Deno.readTextFile(join(folder, "kernels.js")),
    "stock_wasm.js": await module("start_stock_wasm"),
    "tfjs-backend-wasm-simd.wasm": await tfjsFile("tfjs-backend-wasm-simd.wasm"),
    "train_in_page.js": await module("train_in_page"),
    images: images.slice(0, 784 * imageCount),
    labels: labels.slice(0, imageCount),
  };
}

function tableOf(rows: readonly Row[], browser: string): string {
  return markdownTable([
    [`Keras network in ${browser}`, "batch", "images/s", "note"],
    ...rows.map(({ way, batch, imagesPerSecond, note }) => [
      ...[way, `${batch}`, imagesPerSecond === null ? "cannot train" : `${imagesPerSecond}`],
      note ?? "–",
    ]),
  ]);
}
