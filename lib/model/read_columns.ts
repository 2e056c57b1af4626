/** What the line reader says of lines of writing.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";
import { type InkImage, inkImage } from "../image/ink_image.ts";
import { lineHeight } from "./networks/line_size.ts";
import { pad } from "../image/pad.ts";
import { blank } from "./networks/line.ts";

/** Widths, in pixels, that lines are padded to: a network is compiled for each. */
const widths = [96, 128, 176, 240, 320, 432, 544, 672] as const;

/** The widest line that is read, in pixels: about 40 digits. */
export const widestLine = widths[widths.length - 1];

/** Lines in memory as floats at a time. */
const batch = 16;

/** Asks the line reader what the columns of lines show.
 *
 * @param model the line reader: `lineNetwork`, trained
 * @param lines of 32 rows each, as `normaliseLine` gives them, at most `widestLine` wide
 * @returns for each line `[columns, 11]`: the probability of each digit and of the blank, in columns two pixels
 * apart
 * @throws {RangeError} if a line has another height, or is too wide
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { buildNetwork } from "@lib/model/networks/build_network.ts";
 * import { readColumns } from "@lib/model/read_columns.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const untrained = buildNetwork("line", { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) });
 * const [columns] = await readColumns(untrained, [inkImage(96, 32)]);
 * strictEqual(columns.length, ((96 - 28) / 2) * 11);
 * ```
 */
export async function readColumns(
  model: LayersModel,
  lines: readonly InkImage[],
): Promise<Float32Array[]> {
  const result: Float32Array[] = [];
  for (const [width, places] of Map.groupBy(lines.keys(), (i) => widthFor(lines[i]))) {
    const network = await widened(model, width);
    for (let first = 0; first < places.length; first += batch) {
      const some = places.slice(first, first + batch);
      const all = await predict(network, some.map((i) => padded(lines[i], width)));
      some.forEach((i, k) => {
        const length = all.length / some.length;
        result[i] = all.slice(k * length, (k + 1) * length);
      });
    }
  }
  return result;
}

function widthFor({ width, height }: InkImage): number {
  const wide = widths.find((least) => width <= least);
  if (wide !== undefined && height === lineHeight) return wide;
  throw new RangeError(
    `Cannot read a line of ${width} × ${height} pixels: wanted ${lineHeight} rows, and at most ` +
      `${widestLine} columns`,
  );
}

function padded(line: InkImage, width: number): InkImage {
  return line.width === width
    ? line
    : inkImage(width, lineHeight, pad(line, { right: width - line.width }).pixels);
}

async function predict(network: LayersModel, lines: readonly InkImage[]): Promise<Float32Array> {
  const [{ width, height }] = lines;
  const pixels = new Float32Array(lines.length * width * height);
  lines.forEach((line, i) => {
    for (let k = 0; k < line.pixels.length; k++) {
      pixels[i * line.pixels.length + k] = line.pixels[k] / 255;
    }
  });
  const output = tf.tidy(() => {
    const input = tf.tensor4d(pixels, [lines.length, height, width, 1]);
    return network.predictOnBatch(input) as tf.Tensor;
  });
  try {
    // Not dataSync: the webgpu backend reads back asynchronously only.
    return await output.data<"float32">();
  } finally {
    output.dispose();
  }
}

/** The networks of other widths that were made of a model. */
const made = new WeakMap<LayersModel, Map<number, Promise<LayersModel>>>();

/** The same network for images of another width: convolutions have the same weights whatever it is. */
function widened(model: LayersModel, width: number): Promise<LayersModel> {
  const known = made.get(model) ?? new Map<number, Promise<LayersModel>>();
  made.set(model, known);
  const ready = known.get(width) ?? copyOf(model, width);
  known.set(width, ready);
  return ready;
}

async function copyOf(model: LayersModel, width: number): Promise<LayersModel> {
  if (model.outputs[0].shape.at(-1) !== blank + 1) {
    throw new TypeError(
      `Cannot read lines by model "${model.name}": its output is ` +
        `${JSON.stringify(model.outputs[0].shape)}, wanted columns of ${blank + 1} classes`,
    );
  }
  const topology = model.toJSON(null, false) as unknown as {
    config: { layers: { config: Record<string, unknown> }[] };
  };
  const first = topology.config.layers.find(({ config }) => "batch_input_shape" in config);
  first!.config.batch_input_shape = [null, lineHeight, width, 1];
  const copy = await tf.models.modelFromJSON(
    { modelTopology: topology } as unknown as tf.io.ModelJSON,
  );
  copy.setWeights(model.getWeights());
  return copy;
}
