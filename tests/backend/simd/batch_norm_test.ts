import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { seed } from "./convolution_cases.ts";
import { KernelPair } from "./kernel_pair.ts";

const cases = fc.record({
  rows: fc.oneof(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 10, max: 600 })),
  c: fc.integer({ min: 1, max: 40 }),
  relu: fc.constantFrom(0, 1),
  /** Mean of the input over its deviation. */
  distance: fc.constantFrom(0, 1, 100),
  caseSeed: fc.nat(),
});

for (const kind of ["best", "plain"] as const) {
  const pair = new KernelPair(kind);

  Deno.test(`the kernels of batch normalisation agree with plain loops (${kind})`, () => {
    fc.assert(
      fc.property(cases, ({ rows, c, relu, distance, caseSeed }) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const x = pair.put(Float32Array.from({ length: rows * c }, () => distance + rng.normal()));
        const [gamma, beta] = [pair.random(rng, c), pair.random(rng, c)];
        const dy = pair.random(rng, rows * c);
        const inverse = pair.put(Float32Array.from({ length: c }, () => rng.between(0.5, 1.5)));
        const [mean, squares, y] = [pair.output(c), pair.output(c), pair.output(rows * c)];
        const total = rows + 3; // a batch of which others have a part
        const [dx, dgamma, dbeta] = [pair.output(rows * c), pair.output(c), pair.output(c)];
        // ReLU is seen by y, which must not differ: its sign hangs on the last digit.
        const seen = relu ? pair.random(rng, rows * c) : 0;
        pair.run((kernels) => {
          kernels.batchNormStatistics(x, mean, squares, rows, c);
          kernels.batchNormNormalise(x, gamma, beta, y, mean, inverse, rows, c, relu);
          kernels.batchNormWeightGradients(
            ...[dy, x, seen, mean, inverse, dgamma, dbeta, rows, c] as const,
          );
          kernels.batchNormInputGradient(
            ...[dy, x, seen, gamma, mean, inverse, dx, dgamma, dbeta, rows, c, total] as const,
          );
        }, distance === 100 ? 1e-4 : 5e-6);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`batchNormStatistics() keeps its digits over many rows, far from zero (${kind})`, () => {
    pair.clear();
    const [rows, c, rng] = [50_000, 3, rngFromSeed(1)];
    const x = pair.put(Float32Array.from({ length: rows * c }, () => 1000 + rng.normal()));
    const [mean, squares] = [pair.output(c), pair.output(c)];
    pair.run((kernels) => kernels.batchNormStatistics(x, mean, squares, rows, c), 1e-5);
  });

  Deno.test(`batchNormStatistics() tells equal numbers, and none at all (${kind})`, () => {
    pair.clear();
    const x = pair.put(new Float32Array(40).fill(0.3));
    const [mean, squares] = [pair.output(5), pair.output(5)];
    pair.run((kernels) => kernels.batchNormStatistics(x, mean, squares, 8, 5));
    pair.run((kernels) => kernels.batchNormStatistics(x, mean, squares, 0, 5));
  });

  Deno.test(`batchNormInference() scales and shifts (${kind})`, () => {
    fc.assert(
      fc.property(cases, ({ rows, c, relu, caseSeed }) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const [x, scale] = [pair.random(rng, rows * c), pair.random(rng, c)];
        const [shift, y] = [pair.random(rng, c), pair.output(rows * c)];
        pair.run((kernels) => kernels.batchNormInference(x, scale, shift, y, rows, c, relu));
      }),
      { seed, numRuns: 100 },
    );
  });
}
