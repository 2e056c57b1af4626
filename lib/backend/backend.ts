/** Starting TensorFlow.js: the one call before anything else. It makes any stock tfjs model train fast
 * on wasm, in Deno, and as the bundle that `deno task bundle` writes in Node and in browsers:
 *
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts";
 * await initBackend("wasm");
 * ```
 *
 * `lib/backend/README.md` says more.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { startWasm } from "./start_wasm.ts";
import { hasRealAdapter, startWebgpu } from "./start_webgpu.ts";

/** What TensorFlow.js can compute on, fastest first. */
export type BackendName = "webgpu" | "wasm" | "cpu";

const start: Readonly<Record<BackendName, () => Promise<void>>> = {
  webgpu: startWebgpu,
  wasm: startWasm,
  cpu: startCpu,
};

/** The start under way, or done last: calls wait for each other. */
let last: Promise<unknown> = Promise.resolve();

/** Selects the backend that TensorFlow.js computes on. After it, any stock tfjs model trains at
 * full speed: on wasm, the training kernels that tfjs lacks are added and its slow ones replaced;
 * `fit`, `fitDataset` and `trainOnBatch` of a compiled classifier take their steps by plan where they
 * can (see `accelerateLayers`), and so do `predict` and `predictOnBatch` (see `acceleratePredictions`);
 * the optimisers `sgd`, `momentum` and `adam` move each weight by one kernel (see `accelerateOptimisers`).
 * `docs/kernels.md` says which layers, optimisers and losses work, and which throw.
 *
 * Call it before the first tensor is made. It may be called again, also while another call is under
 * way; the last call decides.
 *
 * @param name `"auto"` takes webgpu where a real graphics adapter is there (not one in software),
 *   else wasm, else cpu; a name takes that backend or fails
 * @returns the backend now in use
 * @throws {RangeError} if the name is none of these
 * @throws {Error} if the named backend cannot start here
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { deepStrictEqual, strictEqual } from "node:assert";
 *
 * strictEqual(await initBackend("wasm"), "wasm");
 * const logits = tf.tensor1d([1, 3, 2]);
 * deepStrictEqual([...logits.argMax().dataSync()], [1]);
 * ```
 */
export function initBackend(name: "auto" | BackendName = "auto"): Promise<BackendName> {
  const mine = last.catch(() => {}).then(() => name === "auto" ? startBest() : startNamed(name));
  last = mine;
  return mine;
}

async function startNamed(name: BackendName): Promise<BackendName> {
  if (!Object.hasOwn(start, name)) {
    throw new RangeError(
      `Cannot start backend "${name}": must be "auto", ${
        Object.keys(start).map((known) => `"${known}"`).join(", ")
      }`,
    );
  }
  await start[name]();
  return name;
}

async function startBest(): Promise<BackendName> {
  const order: BackendName[] = await hasRealAdapter() ? ["webgpu", "wasm"] : ["wasm"];
  for (const name of order) {
    try {
      return await startNamed(name);
    } catch {
      continue; // the next one is slower but there
    }
  }
  return startNamed("cpu");
}

/** Selects tfjs's plain JavaScript backend: always there, hundreds of times slower than wasm at
 * training. */
async function startCpu(): Promise<void> {
  if (!await tf.setBackend("cpu")) {
    throw new Error("Cannot start backend cpu: tfjs refused it");
  }
  // Its first write would print an advertisement for a package that Deno cannot use.
  (tf.backend() as unknown as { firstUse: boolean }).firstUse = false;
}
