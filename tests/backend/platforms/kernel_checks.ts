import type * as tfjs from "@tensorflow/tfjs";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { type Check, demand, demandSame, type Platform } from "./check.ts";
import { trainingChecks } from "./training_checks.ts";

/** Draws of each kind; the cpu backend needs a second for all of them. */
const draws = 40;

/** What must hold wherever the kernels run: in Deno, in Node, in a browser. Random shapes on random
 * numbers, values and gradients compared with the cpu backend of the same platform; then a network in
 * training. */
export function kernelChecks(platform: Platform): Check[] {
  const { tf, initBackend } = platform;
  return [
    {
      name: "the backend is wasm, on one thread",
      async run(): Promise<void> {
        demand(await initBackend("wasm") === "wasm", "another backend was started");
        demand(tf.getBackend() === "wasm", "another backend is in use");
        const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
        demand(wasm.HEAPU8.buffer instanceof ArrayBuffer, "its memory is shared");
      },
    },
    ...Object.entries(operations).map(([name, drawOperation]): Check => ({
      name: `${name}: values and gradients are those of the cpu backend`,
      async run(): Promise<void> {
        for (let i = 0; i < draws; i++) {
          const { what, shapes, compute } = drawOperation(platform, rngFromSeed(1).fork(i));
          await demandSame(platform, what, () => valueAndGradients(platform, shapes, compute));
        }
      },
    })),
    ...trainingChecks(platform),
  ];
}

/** An operation on tensors of certain shapes. */
interface Operation {
  readonly what: string;
  readonly shapes: readonly number[][];
  readonly compute: (...inputs: tfjs.Tensor[]) => tfjs.Tensor;
}

/** Of the operation's value, weighted at random, and its gradients to all inputs. */
function valueAndGradients(
  { tf }: Platform,
  shapes: readonly number[][],
  compute: (...inputs: tfjs.Tensor[]) => tfjs.Tensor,
): tfjs.Tensor[] {
  const rng = rngFromSeed(2);
  const normal = (shape: number[]): tfjs.Tensor => {
    const length = shape.reduce((product, size) => product * size, 1);
    return tf.tensor(Float32Array.from({ length }, () => rng.normal()), shape);
  };
  const inputs = shapes.map(normal);
  const value = compute(...inputs);
  return [value, ...tf.grads(compute)(inputs, normal(value.shape))];
}

const operations: Readonly<Record<string, (platform: Platform, rng: Rng) => Operation>> = {
  conv2d: ({ tf }, rng) => {
    // Of the channels some are such as Winograd's algorithm takes.
    const [channels, filters] = [oneOf(rng, [1, 2, 3, 8]), oneOf(rng, [1, 4, 7, 8, 12])];
    const filter = [1 + rng.integer(4), 1 + rng.integer(4)];
    const image = filter.map((length) => length + rng.integer(8));
    const [stride, pad] = [1 + rng.integer(2), oneOf(rng, ["valid", "same"] as const)];
    return {
      what: `${image} pixels, ${channels} to ${filters}, filter ${filter}, ${stride}, ${pad}`,
      shapes: [[1 + rng.integer(3), ...image, channels], [...filter, channels, filters]],
      compute: (x, w) =>
        // Where a stride is longer than the filter, tfjs's gradient on cpu is no measure.
        tf.conv2d(x as tfjs.Tensor4D, w as tfjs.Tensor4D, Math.min(stride, ...filter), pad),
    };
  },
  maxPool: ({ tf }, rng) => drawPooling(rng, (x, window, pad) => tf.maxPool(x, window, 2, pad)),
  // With padding, tfjs's gradient on cpu is wrong.
  avgPool: ({ tf }, rng) => drawPooling(rng, (x, window) => tf.avgPool(x, window, 2, "valid")),
  dense: ({ tf }, rng) => {
    const [rows, inner, columns] = [1 + rng.integer(9), 1 + rng.integer(40), 1 + rng.integer(20)];
    return {
      what: `${rows} × ${inner} × ${columns}`,
      shapes: [[rows, inner], [inner, columns], [columns]],
      compute: (x, w, bias) => tf.relu(tf.add(tf.matMul(x, w), bias)),
    };
  },
  batchNorm: ({ tf }, rng) => {
    const channels = 1 + rng.integer(9);
    return {
      what: `${channels} channels`,
      shapes: [[1 + rng.integer(4), 1 + rng.integer(5), 3, channels], [channels], [channels]],
      compute: (x, gamma, beta) => {
        const { mean, variance } = tf.moments(x, [0, 1, 2]);
        return tf.batchNorm(x, mean, variance, beta as tfjs.Tensor1D, gamma as tfjs.Tensor1D, 0.1);
      },
    };
  },
  softmaxCrossEntropy: ({ tf }, rng) => {
    const [rows, classes] = [1 + rng.integer(9), 2 + rng.integer(12)];
    const right = Int32Array.from({ length: rows }, () => rng.integer(classes));
    return {
      what: `${rows} × ${classes}`,
      shapes: [[rows, classes]],
      compute: (logits) =>
        tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d(right, "int32"), classes), logits),
    };
  },
};

function drawPooling(
  rng: Rng,
  pool: (x: tfjs.Tensor4D, window: number, pad: "valid" | "same") => tfjs.Tensor,
): Operation {
  const window = 2 + rng.integer(2);
  const image = [window + rng.integer(7), window + rng.integer(7)];
  const pad = oneOf(rng, ["valid", "same"] as const);
  return {
    what: `${image} pixels, window ${window}, ${pad}`,
    shapes: [[1 + rng.integer(3), ...image, 1 + rng.integer(9)]],
    compute: (x) => pool(x as tfjs.Tensor4D, window, pad),
  };
}

function oneOf<T>(rng: Rng, values: readonly T[]): T {
  return values[rng.integer(values.length)];
}
