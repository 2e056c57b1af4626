import * as tf from "@tensorflow/tfjs";
import { oneHot } from "@lib/preprocess/dataset/one_hot.ts";
import { buildBenchNetwork } from "../networks.ts";

/** What a page found. */
export interface Training {
  /** Of each step after those that warm up. */
  readonly milliseconds: readonly number[];
  /** Of the first step and the last. */
  readonly losses: readonly [first: number, last: number];
  readonly browser: string;
  /** What WebGL draws with, where it is the backend. */
  readonly renderer: string | null;
}

/** Trains the Keras network by stock `trainOnBatch` on the images that the page's server has.
 *
 * @param options.batch images of a step
 * @param options.seconds after which no step begins
 * @param options.warmUps steps before
 */
export async function trainInPage(
  { batch, seconds, warmUps }: {
    readonly batch: number;
    readonly seconds: number;
    readonly warmUps: number;
  },
): Promise<Training> {
  const images = Float32Array.from(await bytesOf("/images"), (byte) => byte / 255);
  const labels = await bytesOf("/labels");
  const model = buildBenchNetwork("keras");
  model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: "categoricalCrossentropy" });
  const milliseconds: number[] = [];
  const losses: number[] = [];
  let end = Infinity;
  for (let step = 0; performance.now() < end; step++) {
    const from = step * batch % (labels.length - batch + 1);
    const pixels = images.subarray(784 * from, 784 * (from + batch));
    const start = performance.now();
    const x = tf.tensor(pixels, [batch, 28, 28, 1]);
    const y = tf.tensor2d(oneHot(labels.subarray(from, from + batch)), [batch, 10]);
    losses.push(await model.trainOnBatch(x, y) as number);
    tf.dispose([x, y]);
    if (step >= warmUps) milliseconds.push(performance.now() - start);
    if (step + 1 === warmUps) end = performance.now() + 1000 * seconds;
  }
  const [, browser] = /(Chrome\/\d+)/.exec(navigator.userAgent) ?? [];
  return {
    milliseconds,
    losses: [losses[0], losses.at(-1)!],
    browser: (browser ?? navigator.userAgent).replace("Chrome/", "Chromium "),
    renderer: tf.getBackend() === "webgl" ? rendererOf(tf.backend() as unknown as Webgl) : null,
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(path)).arrayBuffer());
}

/** What tfjs's webgl backend draws with. */
interface Webgl {
  readonly gpgpu: { readonly gl: WebGLRenderingContext };
}

function rendererOf({ gpgpu: { gl } }: Webgl): string {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return info === null ? "unknown" : gl.getParameter(info.UNMASKED_RENDERER_WEBGL);
}
