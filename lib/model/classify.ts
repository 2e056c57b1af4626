/** What a model says of a digit.
 *
 * @module
 */
import { pixelsPerImage } from "../image/digit_size.ts";
import { predictBatches } from "./predict_batches.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** What a model says of a digit. */
export interface Classified {
  /** The most probable digit, 0 to 9. */
  readonly digit: number;
  /** Its probability, 0 to 1. */
  readonly confidence: number;
  /** `[10]`, the probability of each digit. */
  readonly probabilities: Float32Array;
  /** The probability that it is no digit; 0 from a model that does not know such a class. */
  readonly nonDigit: number;
}

/** Classifies digits that `normaliseDigit` brought into MNIST's form, or images of MNIST. What the model was asked
 * just before, it is not asked again.
 *
 * @param model takes `[batch, 28, 28, 1]` with pixels 0 to 1, gives `[batch, 10]` probabilities, or
 * `[batch, 11]` with that of "no digit" last
 * @param images `[784]` each, 0 paper to 255 full stroke
 * @throws {RangeError} if an image has not 784 pixels, or the model gives other numbers than
 * probabilities
 * @throws {TypeError} if the model's input or output has another shape
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { imageAt } from "@lib/download/dataset.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { classify } from "@lib/model/classify.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const { train } = await loadMnist();
 * const [said] = await classify(await loadHandwritingModel(), [imageAt(train, 1)]);
 * strictEqual(said.digit, train.labels[1]);
 * ```
 */
export async function classify(
  model: LayersModel,
  images: readonly Uint8Array[],
): Promise<Classified[]> {
  images.forEach((image, i) => {
    if (image.length === pixelsPerImage) return;
    throw new RangeError(`Cannot classify digit ${i}: found ${image.length} pixels, wanted 784`);
  });
  // The marks of a page are asked for whole, then among the runs of pieces that may be digits.
  const weights = model.weights.map((weight) => weight.read().dataId);
  const last = lastSaid.get(model);
  const isSame = last?.weights.every((dataId, i) => dataId === weights[i]);
  const known = isSame ? last!.digits : new Map<string, Classified>();
  const keys = images.map((image) => oneByOne.decode(image)); // a character a pixel
  const unknown = new Map(keys.map((key, i) => [key, images[i]]));
  for (const key of keys) if (known.has(key)) unknown.delete(key);
  const said = await askAll(model, [...unknown.values()]);
  const digits = new Map([...unknown.keys()].map((key, i) => [key, said[i]]));
  for (const key of keys) if (!digits.has(key)) digits.set(key, known.get(key)!);
  lastSaid.set(model, { weights, digits });
  return keys.map((key) => {
    const digit = digits.get(key)!;
    return { ...digit, probabilities: digit.probabilities.slice() };
  });
}

const oneByOne = new TextDecoder("latin1");

/** What a model said when it was asked last, by image, and by which weights: tfjs gives a variable a new id for
 * its data with every new value. */
const lastSaid = new WeakMap<LayersModel, {
  readonly weights: readonly object[];
  readonly digits: ReadonlyMap<string, Classified>;
}>();

async function askAll(model: LayersModel, images: readonly Uint8Array[]): Promise<Classified[]> {
  const all = new Uint8Array(images.length * pixelsPerImage);
  images.forEach((image, i) => all.set(image, i * pixelsPerImage));
  const { labels, probabilities } = await predictBatches(model, all);
  const classes = probabilities.length / images.length;
  return Array.from(labels, (digit, i) => {
    const own = probabilities.slice(i * classes, i * classes + 10);
    const nonDigit = classes > 10 ? probabilities[i * classes + 10] : 0;
    return { digit, confidence: own[digit], probabilities: own, nonDigit };
  });
}
