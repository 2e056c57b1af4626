/** Not written into the import itself, for two reasons: packages may not be published with raw imports
 * yet, and the type checker would take it for a module of code. */
const file = "tfjs-backend-wasm-simd.wasm";

const { default: binary }: { default: Uint8Array<ArrayBuffer> } = await import(
  `@tensorflow/tfjs-backend-wasm/dist/${file}`,
  { with: { type: "bytes" } }
);

/** tfjs's WebAssembly module, with SIMD and without threads. This file alone knows where the bytes come
 * from: in Deno from the package, in a bundle for Node and browsers, where `bundle.ts` puts another in
 * its place, from the bundle itself. */
export const wasmBinary: Uint8Array<ArrayBuffer> = binary;
