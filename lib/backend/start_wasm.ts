import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { accelerateLayers } from "./plan/accelerate_layers.ts";
import { acceleratePredictions } from "./predictor/accelerate_predictions.ts";
import { registerKernels } from "./kernels/register_kernels.ts";

/** Not written into the import itself, for two reasons: packages may not be published with raw imports
 * yet, and the type checker would take it for a module of code. */
const file = "tfjs-backend-wasm-simd.wasm";

const { default: binary }: { default: Uint8Array<ArrayBuffer> } = await import(
  `@tensorflow/tfjs-backend-wasm/dist/${file}`,
  { with: { type: "bytes" } }
);

/** Selects tfjs's WebAssembly backend, with this project's training kernels, and plans for the
 * models that stock `fit` and `trainOnBatch` train, and `predict` asks.
 *
 * @throws {Error} if the WebAssembly module cannot be compiled here
 */
export async function startWasm(): Promise<void> {
  if (!WebAssembly.validate(binary)) {
    throw new Error(
      'Cannot start backend wasm: this JavaScript engine has no WebAssembly SIMD; "cpu" works without',
    );
  }
  if (tf.engine().registry["wasm"] === undefined) handOverBinary();
  if (!await tf.setBackend("wasm")) {
    throw new Error("Cannot start backend wasm: tfjs could not load its WebAssembly module");
  }
  registerKernels();
  accelerateLayers();
  acceleratePredictions();
}

/** Gives tfjs its binary, which came with the imports: left alone, tfjs loads the file from the
 * package cache, for which the process would need a permission. */
function handOverBinary(): void {
  const url = URL.createObjectURL(new Blob([binary], { type: "application/wasm" }));
  const usePlatformFetch = true;
  setWasmPaths({
    "tfjs-backend-wasm.wasm": url,
    "tfjs-backend-wasm-simd.wasm": url,
    "tfjs-backend-wasm-threaded-simd.wasm": url,
  }, usePlatformFetch);
}
