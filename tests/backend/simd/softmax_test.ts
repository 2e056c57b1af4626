import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { seed } from "./convolution_cases.ts";
import { KernelPair } from "./kernel_pair.ts";
import { Workspace } from "./workspace.ts";

const cases = fc.record({
  rows: fc.integer({ min: 1, max: 20 }),
  classes: fc.integer({ min: 1, max: 20 }),
  more: fc.integer({ min: 0, max: 3 }),
  smoothing: fc.constantFrom(0, 0.1, 1),
  spread: fc.constantFrom(1, 10, 100),
  caseSeed: fc.nat(),
});

for (const kind of ["best", "plain"] as const) {
  const pair = new KernelPair(kind);
  const workspace = new Workspace(kind);
  const { kernels } = workspace;

  Deno.test(`softmaxCrossEntropy() and softmax() agree with plain loops (${kind})`, () => {
    fc.assert(
      fc.property(cases, ({ rows, classes, more, smoothing, spread, caseSeed }) => {
        pair.clear();
        const rng = rngFromSeed(caseSeed);
        const stride = classes + more;
        const values = Float32Array.from({ length: rows * stride }, () => spread * rng.normal());
        const logits = pair.put(values);
        const [gradient, y] = [pair.output(rows * stride), pair.output(rows * classes)];
        const labels = pair.putBytes(Uint8Array.from({ length: rows }, () => rng.integer(classes)));
        const [found, wanted] = pair.run((side) => {
          side.softmax(logits, y, rows, classes);
          return side.softmaxCrossEntropy(
            ...[
              logits,
              labels,
              gradient,
              rows,
              classes,
              stride,
              Math.fround(smoothing),
              0.5,
            ] as const,
          );
        });
        assert(Math.abs(found - wanted) <= 1e-6 * (1 + Math.abs(wanted)), `${found}, ${wanted}`);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`softmax() is exact to 4e-7 of each number, however small (${kind})`, () => {
    workspace.clear();
    const logits = Float32Array.from({ length: 880 }, (_, i) => -i / 10);
    const [at, y] = [workspace.put(logits), workspace.room(4 * 880)];
    kernels.softmax(at, y, 1, 880);
    const sum = logits.reduce((all, logit) => all + Math.exp(logit), 0);
    for (const [i, found] of workspace.floats(y, 880).entries()) {
      if (logits[i] < -85) continue; // near the smallest float
      const wanted = Math.exp(logits[i]) / sum;
      assert(Math.abs(found / wanted - 1) < 4e-7, `e^${logits[i]}: ${found}, ${wanted}`);
    }
  });

  Deno.test(`softmax() passes NaN on, and takes infinitely small logits (${kind})`, () => {
    workspace.clear();
    const at = workspace.put([NaN, 0, 1, 2, 3, 0, -Infinity, 0, -1000, -Infinity]);
    kernels.softmax(at, at, 2, 5); // in place
    workspace.checkGaps();
    const nan = new Array(5).fill(NaN);
    assertEquals([...workspace.floats(at, 10)], [...nan, 0.5, 0, 0.5, 0, 0]);
  });

  Deno.test(`softmaxCrossEntropy() of a NaN is NaN (${kind})`, () => {
    workspace.clear();
    const at = workspace.put([1, 2, NaN]);
    const labels = workspace.room(1);
    workspace.bytes(labels, 1)[0] = 0;
    assertEquals(kernels.softmaxCrossEntropy(at, labels, at, 1, 3, 3, 0, 1), NaN);
    assertEquals([...workspace.floats(at, 3)], [NaN, NaN, NaN]);
  });
}
