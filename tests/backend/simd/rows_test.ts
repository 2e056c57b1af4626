import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { seed } from "./convolution_cases.ts";
import { KernelPair } from "./kernel_pair.ts";

const rows = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 400 }));
const columns = fc.integer({ min: 1, max: 40 });
const flag = fc.constantFrom(0, 1);

for (const kind of ["best", "plain"] as const) {
  const pair = new KernelPair(kind);

  Deno.test(`biasAdd(), columnSums() and reluGradient() work on any rows (${kind})`, () => {
    fc.assert(
      fc.property(rows, columns, flag, fc.nat(), (n, c, relu, caseSeed) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const [x, dy, bias] = [
          pair.random(rng, n * c),
          pair.random(rng, n * c),
          pair.random(rng, c),
        ];
        const [y, dx, sums] = [pair.output(n * c), pair.output(n * c), pair.output(c)];
        pair.run((kernels) => {
          kernels.biasAdd(x, bias, y, n, c, relu);
          kernels.reluGradient(dy, y, dx, n * c);
          kernels.columnSums(x, sums, n, c);
        });
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`biasAdd() and reluGradient() pass NaN on, also in place (${kind})`, () => {
    pair.clear();
    const x = pair.put([NaN, Infinity, -Infinity, -1, 2, NaN, -3]);
    const y = pair.put([1, 1, 0, NaN, 5, 6, -1]);
    const bias = pair.put(new Float32Array(7));
    pair.run((kernels) => {
      kernels.biasAdd(x, bias, x, 1, 7, 1);
      kernels.reluGradient(x, y, x, 7);
    }, 0);
  });

  Deno.test(`columnSums() keeps its digits over many rows (${kind})`, () => {
    pair.clear();
    const n = 60_000;
    const x = pair.put(Float32Array.from({ length: 5 * n }, (_, i) => 1 + (i % 7) / 10));
    const sums = pair.output(5);
    pair.run((kernels) => kernels.columnSums(x, sums, n, 5), 1e-6);
  });

  const share = fc.integer({ min: 0, max: 64 }).map((part) => part / 64); // exact in float32
  Deno.test(`sgd() is PyTorch's step (${kind})`, () => {
    fc.assert(
      fc.property(rows, share, share, share, flag, (count, rate, momentum, decay, nesterov) => {
        pair.clear();
        const rng = rngFromSeed(count);
        const [w, v, g] = [1, 2, 3].map(() => pair.random(rng, count));
        pair.run((kernels) => {
          kernels.sgd(w, v, g, count, rate, momentum, decay, nesterov);
          kernels.sgd(w, 0, g, count, rate, 0, decay, nesterov);
        });
      }),
      { seed, numRuns: 100 },
    );
  });

  Deno.test(`adam() is the step of Kingma and Ba (${kind})`, () => {
    const beta = share.map((part) => part * 0.999);
    fc.assert(
      fc.property(rows, share, beta, beta, (count, rate, beta1, beta2) => {
        pair.clear();
        const rng = rngFromSeed(count);
        const [w, m, g] = [1, 2, 3].map(() => pair.random(rng, count));
        const v = pair.put(Float32Array.from({ length: count }, () => rng.uniform()));
        const corrections = [1 - beta1 ** 3, 1 - beta2 ** 3] as const;
        pair.run((kernels) =>
          kernels.adam(w, m, v, g, count, rate, beta1, beta2, ...corrections, 1e-3)
        );
      }),
      { seed, numRuns: 100 },
    );
  });
}
