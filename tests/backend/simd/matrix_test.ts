import fc from "fast-check";
import { packedMatrixBytes } from "@lib/backend/simd/module.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertEquals } from "../../support/assert.ts";
import { seed } from "./convolution_cases.ts";
import { KernelPair } from "./kernel_pair.ts";

const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 70 }));
const flag = fc.constantFrom(0, 1);
const more = fc.integer({ min: 0, max: 5 });

for (const kind of ["best", "plain"] as const) {
  const pair = new KernelPair(kind);

  Deno.test(`gemm() is the matrix product for any sizes and strides (${kind})`, () => {
    fc.assert(
      fc.property(size, size, size, flag, flag, more, more, fc.nat(), (...args) => {
        const [M, N, K, transposed, accumulate, moreA, moreC, caseSeed] = args;
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const [lda, ldc] = [K + moreA, N + moreC];
        const a = pair.random(rng, M * lda);
        const b = pair.random(rng, K * N);
        const c = pair.random(rng, M * ldc);
        const packed = pair.scratch(packedMatrixBytes(K, N));
        pair.run((kernels) => {
          kernels.packMatrix(b, packed, K, N, transposed);
          kernels.gemm(a, lda, packed, c, ldc, M, N, K, accumulate);
        });
      }),
      { seed, numRuns: 300 },
    );
  });

  Deno.test(`gemm() passes NaN and infinity on, to their row alone (${kind})`, () => {
    for (const M of [1, 7]) {
      pair.clear();
      const a = pair.put(Array.from({ length: 5 * M }, (_, i) => i === 2 ? NaN : i));
      const b = pair.put(Array.from({ length: 50 }, (_, i) => i === 13 ? Infinity : 1));
      const c = pair.output(10 * M);
      const packed = pair.scratch(packedMatrixBytes(5, 10));
      pair.run((kernels) => {
        kernels.packMatrix(b, packed, 5, 10, 0);
        kernels.gemm(a, 5, packed, c, 10, M, 10, 5, 0);
      });
      assertEquals([...pair.floats(c, 10)], new Array(10).fill(NaN));
    }
  });

  Deno.test(`transpose() turns rows into columns (${kind})`, () => {
    fc.assert(
      fc.property(size, size, fc.nat(), (rows, columns, caseSeed) => {
        pair.clear();
        const source = pair.random(rngFromSeed(caseSeed), rows * columns);
        const target = pair.output(rows * columns);
        pair.run((kernels) => kernels.transpose(source, target, rows, columns), 0);
      }),
      { seed, numRuns: 200 },
    );
  });
}
