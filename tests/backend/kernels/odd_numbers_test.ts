import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assert } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  computeOn,
  geometries,
  type Geometry,
  normals,
  normalTensor,
  outputShape,
  runKernel,
  seed,
} from "../compare_backends.ts";

/** Of convolutions with stride 1 that do not go through Winograd's algorithm; padding as a number is
 * left out where tfjs's own kernel writes out of bounds (see conv2d_test.ts). */
const direct = geometries({ explicitPadding: true })
  .map((geometry): Geometry => ({ ...geometry, strides: [1, 1] }))
  .filter((geometry) =>
    outputShape(geometry, 1).every((size) => size > 0) &&
    (typeof geometry.pad !== "number" || geometry.filter[0] <= geometry.filter[1])
  );
const valid = direct
  .map((geometry): Geometry => ({ ...geometry, pad: "valid" }))
  .filter((geometry) => outputShape(geometry, 1).every((size) => size > 0));
const outChannels = fc.constantFrom(1, 3, 4, 7, 8);
const options = { seed, numRuns: 80 };

/** Numbers of which some are not finite. */
function odd(shape: number[], from: number, choice = [NaN, Infinity, -Infinity]): tf.Tensor {
  const rng = rngFromSeed(from);
  const values = normals(tf.util.sizeFromShape(shape), from);
  for (let times = 0; times < 3; times++) {
    values[rng.integer(values.length)] = choice[rng.integer(choice.length)];
  }
  return tf.tensor(values, shape);
}

function attrsOf({ strides, pad }: Geometry): object {
  return { strides, pad, dilations: 1, dataFormat: "NHWC" };
}

Deno.test("Conv2D passes NaN and infinity on, from images and filters", async () => {
  await fc.assert(
    fc.asyncProperty(direct, valid, outChannels, fc.nat(), async (geometry, inside, O, from) => {
      await assertSameOnBoth(() => {
        const { batch, size, channels, filter } = geometry;
        const x = odd([batch, ...size, channels], from);
        const weights = normalTensor([...filter, channels, O], 2);
        return runKernel(tf.Conv2D, { x, filter: weights }, attrsOf(geometry));
      });
      await assertSameOnBoth(() => {
        const { batch, size, channels, filter } = inside;
        const x = normalTensor([batch, ...size, channels]);
        return runKernel(
          tf.Conv2D,
          { x, filter: odd([...filter, channels, O], from) },
          attrsOf(inside),
        );
      });
    }),
    options,
  );
});

Deno.test("the gradients of Conv2D pass NaN and infinity on", async () => {
  await fc.assert(
    fc.asyncProperty(direct, valid, outChannels, fc.nat(), async (geometry, inside, O, from) => {
      const shapes = ({ batch, size, channels, filter }: Geometry): Record<string, number[]> => ({
        inputShape: [batch, ...size, channels],
        filterShape: [...filter, channels, O],
      });
      const { inputShape, filterShape } = shapes(geometry);
      const attrs = { ...attrsOf(geometry), inputShape, filterShape };
      const dyShape = outputShape(geometry, O);
      await assertSameOnBoth(() => {
        const inputs = { dy: odd(dyShape, from), filter: normalTensor(filterShape as never) };
        return runKernel(tf.Conv2DBackpropInput, inputs, attrs);
      });
      await assertSameOnBoth(() => {
        const inputs = { x: odd(inputShape, from), dy: normalTensor(dyShape) };
        return runKernel(tf.Conv2DBackpropFilter, inputs, attrs);
      });
      await assertSameOnBoth(() => {
        const { inputShape, filterShape } = shapes(inside);
        const inputs = {
          x: normalTensor(inputShape as never),
          dy: odd(outputShape(inside, O), from),
        };
        return runKernel(tf.Conv2DBackpropFilter, inputs, { ...attrsOf(inside), filterShape });
      });
    }),
    options,
  );
});

Deno.test("Winograd's convolution keeps NaN and infinity, and keeps them in their image", async () => {
  const side = fc.integer({ min: 3, max: 9 });
  await fc.assert(
    fc.asyncProperty(side, side, fc.nat(), async (height, width, from) => {
      const run = (): tf.Tensor => {
        const images = [odd([1, height, width, 8], from), normalTensor([1, height, width, 8])];
        const filter = normalTensor<tf.Rank.R4>([3, 3, 8, 4], 2);
        return tf.conv2d(tf.concat(images) as tf.Tensor4D, filter, 1, "same");
      };
      const [wanted, found] = [await computeOn("cpu", run), await computeOn("wasm", run)];
      const half = wanted.values.length / 2;
      for (const [i, value] of wanted.values.entries()) {
        const isFinite = Number.isFinite(found.values[i]);
        assert(i < half ? Number.isFinite(value) || !isFinite : isFinite, `${value} at ${i}`);
      }
    }),
    options,
  );
});

Deno.test("BatchMatMul passes NaN and infinity on, transposed or not", async () => {
  const size = fc.integer({ min: 1, max: 20 });
  const cases = fc.tuple(size, size, size, fc.boolean(), fc.boolean(), fc.nat());
  await fc.assert(
    fc.asyncProperty(cases, async ([m, k, n, transposeA, transposeB, from]) => {
      await assertSameOnBoth(() => {
        const a = odd(transposeA ? [k, m] : [m, k], from);
        const b = odd(transposeB ? [n, k] : [k, n], from + 1);
        return tf.matMul(a, b, transposeA, transposeB);
      });
    }),
    options,
  );
});

/** Poolings over 2 × 2 pixels; `-Infinity` alone in a window is what the cpu backend begins with. */
const halving = geometries({ explicitPadding: false })
  .map((geometry): Geometry => ({ ...geometry, filter: [2, 2], strides: [2, 2], pad: "valid" }))
  .filter(({ size }) => Math.min(...size) > 1);

Deno.test("poolings and their gradients pass on what is not finite", async () => {
  await fc.assert(
    fc.asyncProperty(halving, fc.nat(), async (geometry, from) => {
      const shape = [geometry.batch, ...geometry.size, geometry.channels];
      const attrs = { filterSize: [2, 2], strides: [2, 2], pad: "valid" };
      const dyShape = outputShape(geometry, geometry.channels);
      // the cpu backend's maximum skips NaN
      const infinite = (): tf.Tensor => odd(shape, from, [Infinity, -Infinity]);
      await assertSameOnBoth(() => runKernel(tf.MaxPool, { x: infinite() }, attrs));
      await assertSameOnBoth(() => runKernel(tf.AvgPool, { x: odd(shape, from) }, attrs));
      await assertSameOnBoth(() => {
        const inputs = {
          dy: odd(dyShape, from),
          input: odd(shape, from),
          output: tf.zeros(dyShape),
        };
        return runKernel(tf.MaxPoolGrad, inputs, attrs);
      });
      await assertSameOnBoth(() => {
        const inputs = { dy: odd(dyShape, from), input: normalTensor(shape as never) };
        return runKernel(tf.AvgPoolGrad, inputs, attrs);
      });
    }),
    options,
  );
});
