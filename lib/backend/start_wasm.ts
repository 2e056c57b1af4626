import * as tf from "@tensorflow/tfjs";
import { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { accelerateLayers } from "./plan/accelerate_layers.ts";
import { acceleratePredictions } from "./predictor/accelerate_predictions.ts";
import { accelerateOptimisers } from "./kernels/accelerate_optimisers.ts";
import { registerKernels } from "./kernels/register_kernels.ts";
import { wasmBinary } from "./wasm_binary.ts";

/** Selects tfjs's WebAssembly backend, with this project's training kernels, optimisers
 * that take their steps by them, and plans for the models that stock `fit` and `trainOnBatch` train,
 * and `predict` asks.
 *
 * @throws {Error} if the WebAssembly module cannot be compiled here, or if tfjs has started its own
 *   on several threads, as it does in pages that are isolated from other origins
 */
export async function startWasm(): Promise<void> {
  if (!WebAssembly.validate(wasmBinary)) {
    throw new Error(
      'Cannot start backend wasm: this JavaScript engine has no WebAssembly SIMD; "cpu" works without',
    );
  }
  if (tf.engine().registry["wasm"] === undefined) handOverBinary();
  if (!await tf.setBackend("wasm")) {
    throw new Error("Cannot start backend wasm: tfjs could not load its WebAssembly module");
  }
  refuseThreads(tf.backend() as BackendWasm);
  registerKernels();
  accelerateOptimisers();
  accelerateLayers();
  acceleratePredictions();
}

/** Gives tfjs its binary, which came with the imports: left alone, tfjs loads the file from the
 * package cache, for which the process would need a permission, or from the page's server. The binary
 * is that for one thread, so tfjs must not find out that the browser has more. */
function handOverBinary(): void {
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  const url = URL.createObjectURL(new Blob([wasmBinary], { type: "application/wasm" }));
  const usePlatformFetch = true;
  setWasmPaths({
    "tfjs-backend-wasm.wasm": url,
    "tfjs-backend-wasm-simd.wasm": url,
    "tfjs-backend-wasm-threaded-simd.wasm": url,
  }, usePlatformFetch);
}

/** The kernels cannot work on a memory that threads share. */
function refuseThreads({ wasm }: BackendWasm): void {
  const { buffer } = (wasm as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8;
  if (buffer instanceof ArrayBuffer) return;
  throw new Error(
    'Cannot start backend wasm: found tfjs\'s own running on several threads, wanted one thread; call initBackend("wasm") before tf.setBackend("wasm")',
  );
}
