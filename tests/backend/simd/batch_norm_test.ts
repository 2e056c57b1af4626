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

  Deno.test(`batchNormForward() and -Backward() agree with plain loops (${kind})`, () => {
    fc.assert(
      fc.property(cases, ({ rows, c, relu, distance, caseSeed }) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const x = pair.put(Float32Array.from({ length: rows * c }, () => distance + rng.normal()));
        const [gamma, beta] = [pair.random(rng, c), pair.random(rng, c)];
        const dy = pair.random(rng, rows * c);
        const [mean, inverse, y] = [pair.output(c), pair.output(c), pair.output(rows * c)];
        const [dx, dgamma, dbeta] = [pair.output(rows * c), pair.output(c), pair.output(c)];
        // ReLU is seen by y, which must not differ: its sign hangs on the last digit.
        const seen = relu ? pair.random(rng, rows * c) : 0;
        pair.run((kernels) => {
          kernels.batchNormForward(x, gamma, beta, y, mean, inverse, rows, c, 1e-3, relu);
          kernels.batchNormBackward(
            ...[dy, x, seen, gamma, mean, inverse, dx, dgamma, dbeta, rows, c] as const,
          );
        }, distance === 100 ? 1e-4 : 5e-6);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`batchNormForward() keeps its digits over many rows, far from zero (${kind})`, () => {
    pair.clear();
    const [rows, c, rng] = [50_000, 3, rngFromSeed(1)];
    const x = pair.put(Float32Array.from({ length: rows * c }, () => 1000 + rng.normal()));
    const [gamma, beta] = [pair.put([1, 2, 3]), pair.put([0, 0, 0])];
    const [mean, inverse, y] = [pair.output(c), pair.output(c), pair.output(rows * c)];
    pair.run((kernels) => {
      kernels.batchNormForward(x, gamma, beta, y, mean, inverse, rows, c, 1e-3, 0);
    }, 1e-4);
  });

  Deno.test(`batchNormForward() makes equal numbers the shift (${kind})`, () => {
    pair.clear();
    const x = pair.put(new Float32Array(40).fill(0.3));
    const [gamma, beta] = [pair.put([1, 2, 3, 4, 5]), pair.put([5, 4, 3, 2, 1])];
    const [mean, inverse, y] = [pair.output(5), pair.output(5), pair.output(40)];
    pair.run((kernels) => {
      kernels.batchNormForward(x, gamma, beta, y, mean, inverse, 8, 5, 1e-3, 0);
    }, 1e-4);
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
