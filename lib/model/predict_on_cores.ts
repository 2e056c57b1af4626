/** What a model says of many images, on several cores.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";
import { sum } from "../base/statistics.ts";
import { pixelsPerImage } from "../image/digit_size.ts";
import { predictBatches, type Predictions } from "./predict_batches.ts";
import type { PredictingReply, PredictingSetup } from "./predicting_worker.ts";
import { predictShare, type SharedPrediction } from "./predict_share.ts";
import { summariseModel } from "./summarise_model.ts";

/** How images are predicted on several cores. */
export interface PredictOnCoresOptions {
  /** Cores to work on; as many as pay off by default. */
  readonly cores?: number;
  /** Hears now and then how much is done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Multiply-adds for which another core pays off: about a second of work, where a worker takes a third of that
 * to start. */
const leastWork = 3e10;

/** The same as {@link predictBatches}, on several cores where that pays off.
 *
 * @param model as `predictBatches` takes it
 * @param images `[n × 784]`, 0 paper to 255 full stroke
 * @throws what `predictBatches` throws
 * @throws {Error} if a worker fails
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { predictBatches } from "@lib/model/predict_batches.ts";
 * import { predictOnCores } from "@lib/model/predict_on_cores.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * const model = await loadModel(projectPath("data", "model"));
 * const blank = new Uint8Array(600 * 784);
 * const alone = await predictBatches(model, blank);
 * deepStrictEqual(await predictOnCores(model, blank, { cores: 2 }), alone);
 * ```
 */
export async function predictOnCores(
  model: LayersModel,
  images: Uint8Array,
  { cores = coresFor(model, images), onProgress }: PredictOnCoresOptions = {},
): Promise<Predictions> {
  if (cores < 2) return await predictBatches(model, images, { ...(onProgress && { onProgress }) });
  const shared = shareImages(images, model.outputs[0].shape[1]!);
  const setup = { model: await artifactsOf(model), shared };
  const workers = Array.from({ length: cores - 1 }, () => startWorker(setup));
  try {
    await Promise.all([
      predictShare(model, shared, onProgress),
      ...workers.map(({ done }) => done),
    ]);
  } finally {
    for (const { worker } of workers) worker.terminate();
  }
  return {
    labels: new Uint8Array(shared.labels),
    probabilities: new Float32Array(shared.probabilities),
  };
}

function coresFor(model: LayersModel, images: Uint8Array): number {
  if (tf.getBackend() !== "wasm") return 1;
  const work = sum(summariseModel(model).map(({ multiplyAdds }) => multiplyAdds)) *
    images.length / pixelsPerImage;
  return Math.min(navigator.hardwareConcurrency, 1 + Math.floor(work / leastWork));
}

function shareImages(images: Uint8Array, classes: number): SharedPrediction {
  const size = images.length / pixelsPerImage;
  const shared = {
    images: new Uint8Array(new SharedArrayBuffer(images.length)),
    labels: new Uint8Array(new SharedArrayBuffer(size)),
    probabilities: new Float32Array(new SharedArrayBuffer(4 * size * classes)),
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  shared.images.set(images);
  return shared;
}

async function artifactsOf(model: LayersModel): Promise<tf.io.ModelArtifacts> {
  let found: tf.io.ModelArtifacts | undefined;
  await model.save(tf.io.withSaveHandler((artifacts) => {
    found = artifacts;
    return Promise.resolve({ modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) });
  }));
  return found!;
}

function startWorker(setup: PredictingSetup): { worker: Worker; done: Promise<void> } {
  const url = new URL("./predicting_worker.ts", import.meta.url);
  const worker = new Worker(url, { type: "module", name: "predicting" });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (message: string): void => {
    reject(new Error(`Cannot predict on several cores: a worker failed: ${message}`));
  };
  worker.addEventListener("message", ({ data }: MessageEvent<PredictingReply>) => {
    if (data.kind === "failed") fail(data.message);
    else resolve();
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault(); // or it ends the main thread as well
    fail(event.message);
  });
  worker.postMessage(setup);
  return { worker, done: promise };
}
