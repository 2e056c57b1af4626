import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";
import { imageSide, pixelsPerImage } from "../image/digit_size.ts";

/** Signed numbers in rows: a filter, or what it answers at each place of an image. */
export interface SignedImage {
  readonly width: number;
  readonly height: number;
  /** `[height × width]`, row by row; of either sign. */
  readonly values: Float32Array;
}

/** What the first convolution of a network is made of, and what it makes of an image. */
export interface FirstConvolution {
  /** The weights of each filter; copies, which stay while the network learns on. */
  readonly filters: readonly SignedImage[];
  /** The answer of each filter at each of its places, before any normalisation. */
  readonly maps: readonly SignedImage[];
}

/** Looks at the first convolution of a network: its filters, and their feature maps of one image.
 *
 * @param model input `[batch, 28, 28, 1]`, pixels 0 to 1
 * @param pixels `[784]`, 0 paper to 255 full stroke
 * @throws {TypeError} if the model has no convolution that sees a single channel, or the pixels are
 * not one image
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { firstConvolution } from "@lib/model/first_convolution.ts";
 * import { buildNetwork } from "@lib/model/networks/build_network.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * const model = buildNetwork("compact", { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) });
 * const { filters, maps } = await firstConvolution(model, new Uint8Array(784));
 * deepStrictEqual([filters.length, filters[0].width, maps.length, maps[0].width], [8, 3, 8, 20]);
 * ```
 */
export async function firstConvolution(
  model: LayersModel,
  pixels: Uint8Array,
): Promise<FirstConvolution> {
  const layer = model.layers.find((each) => each.getClassName() === "Conv2D");
  const [kernel] = layer?.getWeights() ?? [];
  if (layer === undefined || kernel.shape[2] !== 1) {
    throw new TypeError(
      `Cannot look into ${model.name}: found no convolution of one channel, wanted one as the first`,
    );
  }
  if (pixels.length !== pixelsPerImage) {
    throw new TypeError(
      `Cannot look at an image of ${pixels.length} pixels: wanted ${pixelsPerImage}`,
    );
  }
  const [rows, columns] = kernel.shape as [number, number, number, number];
  const answers = tf.tidy(() => {
    const upTo = tf.model({ inputs: model.inputs, outputs: layer.output as tf.SymbolicTensor });
    const unit = Float32Array.from(pixels, (level) => level / 255);
    return upTo.predictOnBatch(tf.tensor4d(unit, [1, imageSide, imageSide, 1])) as tf.Tensor4D;
  });
  try {
    const [, height, width] = answers.shape;
    return {
      filters: channelsOf(await kernel.data<"float32">(), { width: columns, height: rows }),
      maps: channelsOf(await answers.data<"float32">(), { width, height }),
    };
  } finally {
    answers.dispose();
  }
}

/** The last dimension comes first: `[height × width × channels]` as one image a channel. */
function channelsOf(
  values: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
): SignedImage[] {
  const size = width * height;
  const channels = values.length / size;
  return Array.from({ length: channels }, (_, channel) => ({
    width,
    height,
    values: Float32Array.from({ length: size }, (_, i) => values[i * channels + channel]),
  }));
}
