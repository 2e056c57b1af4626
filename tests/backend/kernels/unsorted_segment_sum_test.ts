import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertEquals, assertThrows } from "../../support/assert.ts";
import {
  assertClose,
  assertSameOnBoth,
  computeOn,
  normals,
  normalTensor,
  seed,
} from "../compare_backends.ts";

const lengths = (most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: most });
const segments = fc.integer({ min: 1, max: 6 });

/** Numbers of segments of which some are out of range on either side. */
function ids(shape: number[], numSegments: number, from: number): tf.Tensor {
  const rng = rngFromSeed(from);
  const size = tf.util.sizeFromShape(shape);
  const values = Int32Array.from({ length: size }, () => rng.integer(numSegments + 4) - 2);
  return tf.tensor(values, shape, "int32");
}

Deno.test("UnsortedSegmentSum agrees with the cpu backend on one axis of ids, of each type", async () => {
  const dtypes = fc.constantFrom<tf.NumericDataType>("float32", "int32");
  const cases = fc.tuple(fc.integer({ min: 1, max: 9 }), lengths(3), segments, dtypes, fc.nat());
  await fc.assert(
    fc.asyncProperty(cases, async ([rows, row, numSegments, dtype, from]) => {
      await assertSameOnBoth(() => {
        const x = normalTensor([rows, ...row] as [number], from).mul(9).cast(dtype);
        return tf.unsortedSegmentSum(x, ids([rows], numSegments, from) as tf.Tensor1D, numSegments);
      });
    }),
    { seed, numRuns: 100 },
  );
});

Deno.test("UnsortedSegmentSum takes ids of any rank, none among them", async () => {
  const cases = fc.tuple(lengths(3), lengths(2), segments, fc.nat());
  await fc.assert(
    fc.asyncProperty(cases, async ([leading, row, numSegments, from]) => {
      const values = normals(tf.util.sizeFromShape([...leading, ...row]), from);
      const segmentIds = ids(leading, numSegments, from);
      const run = tf.util.sizeFromShape(row);
      const wanted = Array<number>(numSegments * run).fill(0);
      for (const [i, segment] of [...segmentIds.dataSync()].entries()) {
        if (segment < 0 || segment >= numSegments) continue;
        for (let j = 0; j < run; j++) wanted[segment * run + j] += values[i * run + j];
      }
      const found = await computeOn("wasm", () => {
        const x = tf.tensor(values, [...leading, ...row]);
        const again = ids(leading, numSegments, from) as tf.Tensor1D;
        return tf.unsortedSegmentSum(x, again, numSegments);
      });
      assertEquals([found.shape, found.dtype], [[numSegments, ...row], "float32"]);
      assertClose(found.values, wanted, 1e-6);
    }),
    { seed, numRuns: 100 },
  );
});

Deno.test("UnsortedSegmentSum keeps NaN in its segment, and sums none to zero", async () => {
  const { values } = await computeOn("wasm", () =>
    tf.unsortedSegmentSum(
      tf.tensor1d([1, NaN, 3, NaN]),
      tf.tensor1d([0, 1, 0, -1], "int32"),
      3,
    ));
  assertEquals(values, [4, NaN, 0]);
  const none = await computeOn(
    "wasm",
    () => tf.unsortedSegmentSum(tf.zeros([0, 2]), tf.tensor1d([], "int32"), 2),
  );
  assertEquals([none.shape, none.values], [[2, 2], [0, 0, 0, 0]]);
});

Deno.test("UnsortedSegmentSum refuses ids that are not one a row", async () => {
  await initBackend("wasm");
  const call = (): tf.Tensor =>
    tf.unsortedSegmentSum(tf.zeros([2, 3]), tf.tensor1d([0, 1, 0], "int32"), 2);
  assertThrows(call, Error, "found segment ids of shape [3] for values of shape [2,3]");
});

Deno.test("gather's gradient agrees with the cpu backend for any axis and indices", async () => {
  const cases = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }).chain(
    (shape) =>
      fc.tuple(fc.constant(shape), fc.nat({ max: shape.length - 1 }), lengths(2), fc.nat()),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([shape, axis, chosen, from]) => {
      await assertSameOnBoth(() => {
        const rng = rngFromSeed(from);
        const size = tf.util.sizeFromShape(chosen);
        const picks = Int32Array.from({ length: size }, () => rng.integer(shape[axis]));
        const indices = tf.tensor(picks, chosen, "int32");
        const gathered = (x: tf.Tensor): tf.Tensor => tf.gather(x, indices, axis);
        const x = normalTensor(shape as [number], from);
        return tf.grad(gathered)(x, normalTensor(gathered(x).shape as [number], from + 1));
      });
    }),
    { seed, numRuns: 100 },
  );
});

Deno.test("the gradient of a sum of segments takes the ids back", async () => {
  await assertSameOnBoth(() => {
    const segmentIds = tf.tensor1d([0, 2, -1, 0], "int32");
    const x = normalTensor([4, 3]);
    return tf.grad((x) => tf.unsortedSegmentSum(x, segmentIds, 3))(x, normalTensor([3, 3], 2));
  });
});
