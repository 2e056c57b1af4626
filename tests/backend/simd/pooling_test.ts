import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertEquals } from "../../support/assert.ts";
import { seed } from "./convolution_cases.ts";
import { KernelPair } from "./kernel_pair.ts";
import { Workspace } from "./workspace.ts";

const side = fc.integer({ min: 1, max: 9 });
const images = fc.record({
  n: fc.integer({ min: 1, max: 3 }),
  h: side,
  w: side,
  C: fc.integer({ min: 1, max: 13 }),
});

for (const kind of ["best", "plain"] as const) {
  const pair = new KernelPair(kind);

  Deno.test(`maxPool2() and its gradient take the first of the largest (${kind})`, () => {
    fc.assert(
      fc.property(images, fc.boolean(), fc.nat(), ({ n, h, w, C }, isWanted, caseSeed) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const pooled = n * (h >> 1) * (w >> 1) * C;
        const x = pair.put(Float32Array.from({ length: n * h * w * C }, () => rng.integer(4)));
        const [y, dx] = [pair.output(pooled), pair.output(n * h * w * C)];
        const dy = pair.random(rng, pooled);
        const argmax = pair.scratch(pooled);
        pair.run((kernels) => {
          kernels.maxPool2(x, y, isWanted ? argmax : 0, n, h, w, C);
          if (isWanted) kernels.maxPool2Gradient(dy, argmax, dx, n, h, w, C);
        }, 0);
        const [found, wanted] = pair.bytes(argmax, pooled);
        assertEquals(found, wanted);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`maxPool2InputGradient() finds the first of the largest again (${kind})`, () => {
    fc.assert(
      fc.property(images, fc.boolean(), fc.nat(), ({ n, h, w, C }, isOdd, caseSeed) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const values = isOdd ? [NaN, -Infinity, Infinity, 1, 2] : [0, 1, 2, 3];
        const pick = (): number => values[rng.integer(values.length)];
        const x = pair.put(Float32Array.from({ length: n * h * w * C }, pick));
        const dy = pair.random(rng, n * (h >> 1) * (w >> 1) * C);
        const dx = pair.output(n * h * w * C);
        pair.run((kernels) => kernels.maxPool2InputGradient(x, dy, dx, n, h, w, C), 0);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`averagePool2() and its gradient share evenly (${kind})`, () => {
    fc.assert(
      fc.property(images, fc.nat(), ({ n, h, w, C }, caseSeed) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const pooled = n * (h >> 1) * (w >> 1) * C;
        const [x, dy] = [pair.random(rng, n * h * w * C), pair.random(rng, pooled)];
        const [y, dx] = [pair.output(pooled), pair.output(n * h * w * C)];
        pair.run((kernels) => {
          kernels.averagePool2(x, y, n, h, w, C);
          kernels.averagePool2Gradient(dy, dx, n, h, w, C);
        });
      }),
      { seed, numRuns: 200 },
    );
  });

  const workspace = new Workspace(kind);
  Deno.test(`maxPool2() passes NaN and infinity on, wherever they stand (${kind})`, () => {
    for (const odd of [NaN, Infinity, -Infinity]) {
      for (let corner = 0; corner < 4; corner++) {
        workspace.clear();
        const x = workspace.put([0, 1, 2, 3].map((i) => i === corner ? odd : -1e30));
        const [y, argmax] = [workspace.room(4), workspace.room(1)];
        workspace.kernels.maxPool2(x, y, argmax, 1, 2, 2, 1);
        assertEquals(workspace.floats(y, 1)[0], odd === -Infinity ? Math.fround(-1e30) : odd);
        if (odd !== -Infinity) assertEquals(workspace.bytes(argmax, 1)[0], corner);
      }
    }
  });
}
