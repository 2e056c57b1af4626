import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assert, assertEquals } from "../support/assert.ts";

/** Seed of every property test here. */
export const seed = 20_240_229;

/** Numbers from the standard normal distribution. */
export function normals(size: number, from = 1): Float32Array {
  const rng = rngFromSeed(from);
  return Float32Array.from({ length: size }, () => rng.normal());
}

/** A tensor of such numbers, the same on every backend. */
export function normalTensor<R extends tf.Rank>(shape: tf.ShapeMap[R], from = 1): tf.Tensor<R> {
  return tf.tensor(normals(tf.util.sizeFromShape(shape), from), shape);
}

/** Shape, type and values of what `run` computes on one backend. */
export async function computeOn(
  name: "wasm" | "cpu",
  run: () => tf.Tensor,
): Promise<{ shape: number[]; dtype: string; values: number[] }> {
  await initBackend(name);
  const result = tf.tidy(run);
  const { shape, dtype } = result;
  const values = [...result.dataSync()];
  result.dispose();
  return { shape, dtype, values };
}

/** Asserts that wasm, with this project's kernels, computes what tfjs's cpu backend computes. */
export async function assertSameOnBoth(run: () => tf.Tensor, tolerance = 1e-5): Promise<void> {
  const wanted = await computeOn("cpu", run);
  const found = await computeOn("wasm", run);
  assertEquals(found.shape, wanted.shape);
  assertEquals(found.dtype, wanted.dtype);
  assertClose(found.values, wanted.values, tolerance);
}

/** Asserts that numbers agree within a tolerance relative to the largest; NaN and infinity too. */
export function assertClose(found: number[], wanted: number[], tolerance: number): void {
  assertEquals(found.length, wanted.length);
  const scale = 1 + Math.max(0, ...wanted.filter(Number.isFinite).map(Math.abs));
  for (let i = 0; i < wanted.length; i++) {
    const isClose = Object.is(found[i], wanted[i]) ||
      Math.abs(found[i] - wanted[i]) <= tolerance * scale;
    assert(isClose, `found ${found[i]} at ${i}, wanted ${wanted[i]}`);
  }
}

/** Sizes of four axes. */
export type Shape = [number, number, number, number];

/** Padding as tfjs takes it. */
export type Padding = "valid" | "same" | number | tf.backend_util.ExplicitPadding;

/** What a window slides over, and how. */
export interface Geometry {
  readonly batch: number;
  readonly size: [number, number];
  readonly channels: number;
  readonly filter: [number, number];
  readonly strides: [number, number];
  readonly pad: Padding;
}

/** Geometries small enough for the cpu backend, odd ones among them, with at least one output. */
export function geometries(options: { explicitPadding: boolean }): fc.Arbitrary<Geometry> {
  const pair = (low: number, high: number): fc.Arbitrary<[number, number]> =>
    fc.tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }));
  const named = [fc.constant("valid" as const), fc.constant("same" as const)];
  const explicit = fc.tuple(pair(0, 2), pair(0, 2)).map(([rows, columns]) =>
    [[0, 0], rows, columns, [0, 0]] as tf.backend_util.ExplicitPadding
  );
  const numbers = fc.integer({ min: 0, max: 2 });
  return fc.record({
    batch: fc.integer({ min: 1, max: 3 }),
    size: pair(1, 9),
    channels: fc.integer({ min: 1, max: 5 }),
    filter: pair(1, 4),
    strides: pair(1, 4),
    pad: fc.oneof(...named, numbers, ...(options.explicitPadding ? [explicit] : [])),
  }).filter(hasOutput);
}

function hasOutput(geometry: Geometry): boolean {
  return outputShape(geometry, 1).every((size) => size > 0);
}

/** `[batch, outHeight, outWidth, channels]` of what the window makes. */
export function outputShape(
  { batch, size, channels, filter, strides, pad }: Geometry,
  outChannels: number,
): Shape {
  const image: Shape = [batch, ...size, channels];
  const weights: Shape = [...filter, channels, outChannels];
  return tf.backend_util.computeConv2DInfo(image, weights, strides, 1, pad).outShape;
}

/** Runs a kernel by its tfjs name: gradients are tested without the forward pass, which on wasm is
 * wrong (up to writing out of bounds) for windows that lie wholly in the padding. */
export function runKernel(name: string, inputs: tf.NamedTensorMap, attrs: object): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attrs as tf.NamedAttrMap);
}
