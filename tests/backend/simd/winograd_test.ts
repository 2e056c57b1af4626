import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { winogradFilterBytes, winogradScratchBytes } from "@lib/backend/simd/module.ts";
import { assertEquals } from "../../support/assert.ts";
import { assertClose, seed, winogradSizes } from "./convolution_cases.ts";
import {
  outputSize,
  plainForward,
  plainGradients,
  plainPool,
  plainUnpool,
  type Sizes,
} from "./plain_convolution.ts";
import { randomFloats, Workspace } from "./workspace.ts";

const options = fc.record({
  hasBias: fc.boolean(),
  relu: fc.boolean(),
  group: fc.integer({ min: 1, max: 6 }),
  caseSeed: fc.nat(),
});
/** The transforms round a little more than the direct sum does. */
const tolerance = 5e-6;

for (const kind of ["best", "plain"] as const) {
  const workspace = new Workspace(kind);
  const { kernels } = workspace;

  /** Puts a random input and filter, transformed, and scratch into an empty memory. */
  const start = (sizes: Sizes, group: number, caseSeed: number) => {
    workspace.clear();
    const rng = rngFromSeed(caseSeed);
    const { n, h, w, C, O } = sizes;
    const [x, filter] = [randomFloats(rng, n * h * w * C), randomFloats(rng, 9 * C * O)];
    const U = workspace.room(winogradFilterBytes(C, O));
    const UT = workspace.room(winogradFilterBytes(C, O));
    kernels.winogradFilter(workspace.put(filter), U, UT, C, O);
    const scratch = workspace.room(winogradScratchBytes(...outputSize(sizes), C, O, group));
    return { rng, x, filter, xAddress: workspace.put(x), U, UT, scratch };
  };

  Deno.test(`winogradForward() and winogradPoolForward() are the convolution (${kind})`, () => {
    fc.assert(
      fc.property(winogradSizes, options, (sizes, { hasBias, relu, group, caseSeed }) => {
        const { n, h, w, C, O } = sizes;
        const { rng, x, filter, xAddress, U, scratch } = start(sizes, group, caseSeed);
        const bias = hasBias ? randomFloats(rng, O) : null;
        const biasAddress = bias === null ? 0 : workspace.put(bias);
        const y = plainForward(sizes, x, filter, bias, false);
        const { pooled, argmax } = plainPool(sizes, y, relu);
        const [yAddress, pooledAddress] = [
          workspace.room(4 * y.length),
          workspace.room(4 * pooled.length),
        ];
        const argmaxAddress = workspace.room(pooled.length);
        const rest = [scratch, n, h, w, C, O, Number(relu), group] as const;
        kernels.winogradForward(xAddress, U, biasAddress, yAddress, ...rest);
        kernels.winogradPoolForward(
          xAddress,
          U,
          biasAddress,
          pooledAddress,
          argmaxAddress,
          ...rest,
        );
        workspace.checkGaps();
        const expected = relu ? y.map((value) => Math.max(0, value)) : y;
        assertClose(workspace.floats(yAddress, y.length), expected, tolerance);
        assertClose(workspace.floats(pooledAddress, pooled.length), pooled, tolerance);
        assertEquals(workspace.bytes(argmaxAddress, pooled.length), argmax);
      }),
      { seed, numRuns: 150 },
    );
  });

  Deno.test(`winogradBackward() and winogradPoolBackward() are its adjoints (${kind})`, () => {
    fc.assert(
      fc.property(winogradSizes, fc.boolean(), options, (sizes, isPooled, { group, caseSeed }) => {
        const { n, h, w, C, O } = sizes;
        const { rng, x, filter, xAddress, UT, scratch } = start(sizes, group, caseSeed);
        const [oh, ow] = outputSize(sizes);
        const count = n * (isPooled ? (oh >> 1) * (ow >> 1) : oh * ow) * O;
        const gradient = randomFloats(rng, count);
        const argmax = Uint8Array.from(gradient, () => rng.integer(5));
        const dy = isPooled ? plainUnpool(sizes, gradient, argmax) : gradient;
        const { dw, dx } = plainGradients(sizes, x, filter, dy);
        const [dwAddress, dxAddress] = [
          workspace.room(4 * dw.length),
          workspace.room(4 * dx.length),
        ];
        const argmaxAddress = workspace.room(count);
        workspace.bytes(argmaxAddress, count).set(argmax);
        const gradientAddress = workspace.put(gradient);
        const rest = [scratch, n, h, w, C, O, group] as const;
        if (isPooled) {
          kernels.winogradPoolBackward(
            xAddress,
            gradientAddress,
            argmaxAddress,
            UT,
            dwAddress,
            dxAddress,
            ...rest,
          );
        } else {
          kernels.winogradBackward(xAddress, gradientAddress, UT, dwAddress, 0, ...rest);
          kernels.winogradBackward(0, gradientAddress, UT, 0, dxAddress, ...rest);
        }
        workspace.checkGaps();
        assertClose(workspace.floats(dwAddress, dw.length), dw, tolerance);
        assertClose(workspace.floats(dxAddress, dx.length), dx, tolerance);
      }),
      { seed, numRuns: 150 },
    );
  });
}
