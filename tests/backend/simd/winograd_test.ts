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
    return { rng, x, filter, xAt: workspace.put(x), U, UT, scratch };
  };

  Deno.test(`winogradForward() and winogradPoolForward() are the convolution (${kind})`, () => {
    fc.assert(
      fc.property(winogradSizes, options, (sizes, { hasBias, relu, group, caseSeed }) => {
        const { n, h, w, C, O } = sizes;
        const { rng, x, filter, xAt, U, scratch } = start(sizes, group, caseSeed);
        const bias = hasBias ? randomFloats(rng, O) : null;
        const biasAt = bias === null ? 0 : workspace.put(bias);
        const y = plainForward(sizes, x, filter, bias, false);
        const { pooled, argmax } = plainPool(sizes, y, relu);
        const [yAt, pooledAt] = [workspace.room(4 * y.length), workspace.room(4 * pooled.length)];
        const placesAt = workspace.room(pooled.length);
        const rest = [scratch, n, h, w, C, O, Number(relu), group] as const;
        kernels.winogradForward(xAt, U, biasAt, yAt, ...rest);
        kernels.winogradPoolForward(xAt, U, biasAt, pooledAt, placesAt, ...rest);
        workspace.checkGaps();
        const expected = relu ? y.map((value) => Math.max(0, value)) : y;
        assertClose(workspace.floats(yAt, y.length), expected, tolerance);
        assertClose(workspace.floats(pooledAt, pooled.length), pooled, tolerance);
        assertEquals(workspace.bytes(placesAt, pooled.length), argmax);
      }),
      { seed, numRuns: 150 },
    );
  });

  Deno.test(`winogradBackward() and winogradPoolBackward() are its adjoints (${kind})`, () => {
    fc.assert(
      fc.property(winogradSizes, fc.boolean(), options, (sizes, isPooled, { group, caseSeed }) => {
        const { n, h, w, C, O } = sizes;
        const { rng, x, filter, xAt, UT, scratch } = start(sizes, group, caseSeed);
        const [oh, ow] = outputSize(sizes);
        const count = n * (isPooled ? (oh >> 1) * (ow >> 1) : oh * ow) * O;
        const gradient = randomFloats(rng, count);
        const places = Uint8Array.from(gradient, () => rng.integer(5));
        const dy = isPooled ? plainUnpool(sizes, gradient, places) : gradient;
        const { dw, dx } = plainGradients(sizes, x, filter, dy);
        const [dwAt, dxAt] = [workspace.room(4 * dw.length), workspace.room(4 * dx.length)];
        const placesAt = workspace.room(count);
        workspace.bytes(placesAt, count).set(places);
        const gradientAt = workspace.put(gradient);
        const rest = [scratch, n, h, w, C, O, group] as const;
        if (isPooled) {
          kernels.winogradPoolBackward(xAt, gradientAt, placesAt, UT, dwAt, dxAt, ...rest);
        } else {
          kernels.winogradBackward(xAt, gradientAt, UT, dwAt, 0, ...rest);
          kernels.winogradBackward(0, gradientAt, UT, 0, dxAt, ...rest);
        }
        workspace.checkGaps();
        assertClose(workspace.floats(dwAt, dw.length), dw, tolerance);
        assertClose(workspace.floats(dxAt, dx.length), dx, tolerance);
      }),
      { seed, numRuns: 150 },
    );
  });
}
