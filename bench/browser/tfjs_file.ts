const folders = {
  "tf.fesm.min.js": "@tensorflow/tfjs/dist",
  "tfjs-backend-wasm.wasm": "@tensorflow/tfjs-backend-wasm/dist",
  "tfjs-backend-wasm-simd.wasm": "@tensorflow/tfjs-backend-wasm/dist",
  "tfjs-backend-wasm-threaded-simd.wasm": "@tensorflow/tfjs-backend-wasm/dist",
} as const;

/** A file of TensorFlow.js for a page: all of it but the wasm backend as one module, and the binaries
 * of that backend. */
export async function tfjsFile(name: keyof typeof folders): Promise<Uint8Array<ArrayBuffer>> {
  return (await import(`${folders[name]}/${name}`, { with: { type: "bytes" } })).default;
}
