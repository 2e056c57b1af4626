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

const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 40 }));

Deno.test("BatchMatMul agrees with the cpu backend transposed or not", async () => {
  const cases = fc.tuple(
    size,
    size,
    size,
    fc.integer({ min: 1, max: 2 }),
    fc.boolean(),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([m, k, n, batch, transposeA, transposeB]) => {
      const left = transposeA ? [batch, k, m] : [batch, m, k];
      const right = transposeB ? [batch, n, k] : [batch, k, n];
      await assertSameOnBoth(() =>
        tf.matMul(
          normalTensor(left as [number, number, number]),
          normalTensor(right as [number, number, number], 2),
          transposeA,
          transposeB,
        )
      );
    }),
    { seed, numRuns: 200 },
  );
});

Deno.test("BatchMatMul passes NaN on", async () => {
  await assertSameOnBoth(() =>
    tf.matMul(tf.tensor2d([1, NaN, 3, 4], [2, 2]), normalTensor([2, 3]), true, false)
  );
});

Deno.test("_FusedMatMul agrees with the cpu backend for any bias and activation", async () => {
  const bias = fc.constantFrom("none", "row", "matrix", "column", "full", "scalar");
  const activation = fc.constantFrom("linear", "relu", "elu", "relu6", "sigmoid");
  const cases = fc.tuple(size, size, size, fc.boolean(), fc.boolean(), bias, activation);
  await fc.assert(
    fc.asyncProperty(cases, async ([m, k, n, transposeA, transposeB, kind, act]) => {
      await assertSameOnBoth(() => {
        const a = normalTensor<tf.Rank.R2>(transposeA ? [k, m] : [m, k]);
        const b = normalTensor<tf.Rank.R2>(transposeB ? [n, k] : [k, n], 2);
        const shapes = {
          none: [],
          row: [n],
          matrix: [1, n],
          column: [m, 1],
          full: [m, n],
          scalar: [],
        };
        const shape = shapes[kind as keyof typeof shapes];
        const options = { a, b, transposeA, transposeB, activation: act } as const;
        return tf.fused.matMul(
          kind === "none" ? options : { ...options, bias: normalTensor(shape as [number], 3) },
        );
      });
    }),
    { seed, numRuns: 100 },
  );
});

/** Two shapes that can be multiplied; `swap` says which of them lie transposed. */
const factors = fc.record({
  sizes: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 7 }))),
  leading: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom("a", "b", "both")), {
    maxLength: 3,
  }),
  missing: fc.nat({ max: 3 }),
  swap: fc.tuple(fc.boolean(), fc.boolean()),
  from: fc.nat(),
}).map(({ sizes: [m, k, n], leading, missing, swap, from }) => {
  const only = (name: string): number[] =>
    leading.map(([length, where]) => where === name || where === "both" ? length : 1);
  return {
    a: [...only("a"), ...(swap[0] ? [k, m] : [m, k])],
    // an axis that is missing broadcasts like one of length 1
    b: [...trimmed(only("b"), missing), ...(swap[1] ? [n, k] : [k, n])],
    swap,
    from,
  };
});

function trimmed(leading: number[], most: number): number[] {
  let first = 0;
  while (first < Math.min(most, leading.length) && leading[first] === 1) first++;
  return leading.slice(first);
}

/** The product by its definition: each entry a sum of products, indices from the shapes alone. */
function plainProduct<T>(
  { a, b, swap }: { a: number[]; b: number[]; swap: [boolean, boolean] },
  sumOfProducts: (terms: [number, number][]) => T,
): { shape: number[]; values: T[] } {
  const leading = a.slice(0, -2);
  const [aInner, bInner] = [a.slice(-2), b.slice(-2)];
  const [m, k] = swap[0] ? aInner.toReversed() : aInner;
  const n = swap[1] ? bInner[0] : bInner[1];
  const padded = [...Array<number>(a.length - b.length).fill(1), ...b];
  const outer = leading.map((length, axis) => Math.max(length, padded[axis]));
  const at = (shape: number[], index: number[]): number =>
    shape.reduce((sum, length, axis) => sum * length + (length === 1 ? 0 : index[axis]), 0);
  const values: T[] = [];
  for (let i = 0; i < tf.util.sizeFromShape([...outer, m, n]); i++) {
    const [row, column] = [Math.floor(i / n) % m, i % n];
    let rest = Math.floor(i / n / m);
    const index = outer.toReversed().map((length) => {
      const here = rest % length;
      rest = Math.floor(rest / length);
      return here;
    }).reverse();
    values.push(sumOfProducts(Array.from({ length: k }, (_, j) => [
      at(a, [...index, ...(swap[0] ? [j, row] : [row, j])]),
      at(padded, [...index, ...(swap[1] ? [column, j] : [j, column])]),
    ])));
  }
  return { shape: [...outer, m, n], values };
}

Deno.test("BatchMatMul of whole numbers is exact for any shapes, transposed or not", async () => {
  await initBackend("wasm");
  fc.assert(
    fc.property(factors, fc.constantFrom(9, 70_000, 2 ** 31), (factor, largest) => {
      const rng = rngFromSeed(factor.from);
      const whole = (shape: number[]): Int32Array =>
        Int32Array.from(
          { length: tf.util.sizeFromShape(shape) },
          () => rng.integer(2 * largest) - largest,
        );
      const [a, b] = [whole(factor.a), whole(factor.b)];
      const wanted = plainProduct(factor, (terms) => {
        const sum = terms.reduce((sum, [i, j]) => sum + BigInt(a[i]) * BigInt(b[j]), 0n);
        return Number(BigInt.asIntN(32, sum));
      });
      const found = tf.tidy(() => {
        const product = tf.matMul(
          tf.tensor(a, factor.a, "int32"),
          tf.tensor(b, factor.b, "int32"),
          ...factor.swap,
        );
        return { shape: product.shape, dtype: product.dtype, values: [...product.dataSync()] };
      });
      assertEquals(found, { ...wanted, dtype: "int32" });
    }),
    { seed, numRuns: 300 },
  );
});

Deno.test("BatchMatMul of fractions pairs matrices that broadcast, none and empty ones too", async () => {
  await fc.assert(
    fc.asyncProperty(factors, async (factor) => {
      const [a, b] = [factor.a, factor.b].map((shape, i) =>
        normals(tf.util.sizeFromShape(shape), factor.from + i)
      );
      const wanted = plainProduct(
        factor,
        (terms) => terms.reduce((sum, [i, j]) => sum + a[i] * b[j], 0),
      );
      const found = await computeOn(
        "wasm",
        () => tf.matMul(tf.tensor(a, factor.a), tf.tensor(b, factor.b), ...factor.swap),
      );
      assertEquals(found.shape, wanted.shape);
      assertClose(found.values, wanted.values, 1e-6);
    }),
    { seed, numRuns: 300 },
  );
});

Deno.test("tf.math.confusionMatrix counts exactly, whatever the number of classes", async () => {
  const cases = fc.integer({ min: 2, max: 12 }).chain((classes) => {
    const label = fc.nat({ max: classes - 1 });
    const pairs = fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 200 });
    return fc.tuple(fc.constant(classes), pairs);
  });
  await fc.assert(
    fc.asyncProperty(cases, async ([classes, pairs]) => {
      const wanted = Array<number>(classes * classes).fill(0);
      for (const [label, guess] of pairs) wanted[label * classes + guess]++;
      const found = await computeOn("wasm", () =>
        tf.math.confusionMatrix(
          tf.tensor1d(pairs.map(([label]) => label), "int32"),
          tf.tensor1d(pairs.map(([, guess]) => guess), "int32"),
          classes,
        ));
      assertEquals(found, { shape: [classes, classes], dtype: "int32", values: wanted });
    }),
    { seed, numRuns: 60 },
  );
});

Deno.test("BatchMatMul refuses matrices that do not fit, of whole numbers too", async () => {
  await initBackend("wasm");
  const pairs = [[[2, 3], [2, 3]], [[2, 3], [3]], [[3], [3, 2]], [[2, 4, 3], [3, 3, 2]]];
  for (const dtype of ["float32", "int32"] as const) {
    for (const [a, b] of pairs) {
      assertThrows(() => tf.matMul(tf.zeros(a, dtype), tf.zeros(b, dtype)), Error);
    }
    const fits = (): tf.Tensor => tf.matMul(tf.zeros([2, 3], dtype), tf.zeros([4, 2], dtype));
    assertThrows(fits, Error, "found shapes [2,3] and [4,2]");
  }
});
