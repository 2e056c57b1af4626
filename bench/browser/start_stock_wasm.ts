import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

/** Starts tfjs's own wasm backend in a page, with the binaries of the page's server: on several threads
 * where the page is isolated from other origins. */
export async function startStockWasm(): Promise<void> {
  setWasmPaths("/");
  await tf.setBackend("wasm");
}
