import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { assertEquals } from "../../support/assert.ts";
import { assertClose, normalTensor, seed, type Shape } from "../compare_backends.ts";
import { poisonOutputs } from "../poison_outputs.ts";

const pair = (low: number, high: number): fc.Arbitrary<[number, number]> =>
  fc.tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }));

const roundings = fc.constantFrom<"floor" | "round" | "ceil">("floor", "round", "ceil");

interface Pooling {
  readonly shape: Shape;
  readonly filter: [number, number];
  readonly strides: [number, number];
  readonly padding: {
    readonly pad: "same" | "valid" | number | tf.backend_util.ExplicitPadding;
    readonly rounding: "floor" | "round" | "ceil" | null;
  };
}

/** Poolings of which the padding may be larger than the window, on one side or all. */
const poolings: fc.Arbitrary<Pooling> = fc.record({
  shape: fc.tuple(
    fc.integer({ min: 1, max: 2 }),
    ...[0, 1].map(() => fc.integer({ min: 1, max: 6 })),
    fc.integer({ min: 1, max: 3 }),
  ) as fc.Arbitrary<Shape>,
  filter: pair(1, 4),
  strides: pair(1, 4),
  padding: fc.oneof(
    fc.record({ pad: fc.integer({ min: 0, max: 5 }), rounding: fc.option(roundings) }),
    fc.tuple(pair(0, 5), pair(0, 5), roundings).map(([rows, columns, rounding]) => ({
      pad: [[0, 0], rows, columns, [0, 0]] as tf.backend_util.ExplicitPadding,
      rounding,
    })),
    fc.record({
      pad: fc.constantFrom("same" as const, "valid" as const),
      rounding: fc.constant(null),
    }),
  ),
}).filter((pooling) => infoOf(pooling).outShape.every((size) => size > 0));

function infoOf(
  { shape, filter, strides, padding: { pad, rounding } }: Pooling,
): tf.backend_util.Conv2DInfo {
  const rest = [pad, rounding ?? undefined] as const;
  return tf.backend_util.computePool2DInfo(shape, filter, strides, 1, ...rest);
}

function pool(kind: "maxPool" | "avgPool", x: tf.Tensor, one: Pooling): tf.Tensor {
  const { filter, strides, padding: { pad, rounding } } = one;
  // The types forget padding side by side, which both take.
  return tf[kind](x as tf.Tensor4D, filter, strides, pad as number, rounding ?? undefined);
}

/** The values that each window sees, in the order of the outputs. */
function windows(x: tf.Tensor, one: Pooling): number[][] {
  const info = infoOf(one);
  const { padInfo: { top, left }, outShape: [batch, outHeight, outWidth, channels] } = info;
  const [values, [, height, width]] = [x.dataSync(), one.shape];
  const seen: number[][] = [];
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < outHeight; i++) {
      for (let j = 0; j < outWidth; j++) {
        for (let c = 0; c < channels; c++) {
          const window: number[] = [];
          for (let u = 0; u < one.filter[0]; u++) {
            for (let v = 0; v < one.filter[1]; v++) {
              const [row, column] = [i * one.strides[0] + u - top, j * one.strides[1] + v - left];
              const isInside = row >= 0 && row < height && column >= 0 && column < width;
              if (isInside) {
                window.push(values[((n * height + row) * width + column) * channels + c]);
              }
            }
          }
          seen.push(window);
        }
      }
    }
  }
  return seen;
}

const reductions = {
  maxPool: (window: number[]): number => Math.max(...window),
  avgPool: (window: number[]): number => window.reduce((sum, x) => sum + x, 0) / window.length,
};

for (const kind of ["maxPool", "avgPool"] as const) {
  Deno.test(`${kind} counts only pixels, however far the padding reaches and sizes are rounded`, async () => {
    await initBackend("wasm");
    fc.assert(
      fc.property(poolings, (one) => {
        tf.tidy(() => {
          const x = normalTensor<tf.Rank.R4>(one.shape);
          const y = poisonOutputs(77, () => pool(kind, x, one));
          assertEquals(y.shape, infoOf(one).outShape);
          assertClose([...y.dataSync()], windows(x, one).map(reductions[kind]), 1e-6);
        });
      }),
      { seed, numRuns: 400 },
    );
  });

  Deno.test(`${kind}'s gradient agrees with central differences, however far the padding reaches`, async () => {
    await initBackend("wasm");
    fc.assert(
      fc.property(poolings, fc.nat(), (one, pixel) => {
        tf.tidy(() => {
          const x = normalTensor<tf.Rank.R4>(one.shape);
          const dy = normalTensor<tf.Rank.R4>(infoOf(one).outShape as Shape, 2);
          const at = pixel % x.size;
          // A mean is linear: exact at any step. A maximum is so until another pixel takes its place:
          // a thousandth is less than half of what lies between any two of these numbers.
          const step = kind === "avgPool" ? 0.5 : 1e-3;
          const far = kind === "avgPool" ? x : apart(x);
          const loss = (change: number): number => {
            const pixels = far.dataSync();
            pixels[at] += change;
            const moved = tf.tensor(pixels, x.shape);
            const values = windows(moved, one).map(reductions[kind]);
            const weights = dy.dataSync();
            return values.reduce(
              (sum, value, i) => sum + (Number.isFinite(value) ? value * weights[i] : 0),
              0,
            );
          };
          const found = poisonOutputs(77, () => tf.grad((x) => pool(kind, x, one))(far, dy));
          const wanted = (loss(step) - loss(-step)) / (2 * step);
          assertClose([found.dataSync()[at]], [wanted], kind === "avgPool" ? 1e-5 : 2e-3);
        });
      }),
      { seed, numRuns: 300 },
    );
  });
}

/** Numbers in the same order, a tenth from one to the next. */
function apart(x: tf.Tensor4D): tf.Tensor {
  const values = x.dataSync();
  const order = [...values.keys()].sort((i, j) => values[i] - values[j]);
  const ranks = new Float32Array(values.length);
  for (const [rank, i] of order.entries()) ranks[i] = rank / 10;
  return tf.tensor(ranks, x.shape);
}
