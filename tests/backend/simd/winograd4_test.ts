import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { winogradSizes } from "@lib/backend/simd/winograd_sizes.ts";
import { assert } from "../../support/assert.ts";
import { assertClose, seed, winogradSizes as anySizes } from "./convolution_cases.ts";
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
  hasArgmax: fc.boolean(),
  group: fc.integer({ min: 1, max: 6 }),
  caseSeed: fc.nat(),
});
/** Of the largest value: what the documentation promises. */
const tolerance = 1e-5;
/** Convolutions of the networks that are trained, of fewer images. */
const networkSizes: readonly Sizes[] = [
  { n: 4, h: 13, w: 13, C: 32, O: 64, kh: 3, kw: 3 },
  { n: 16, h: 12, w: 12, C: 16, O: 32, kh: 3, kw: 3 },
  { n: 32, h: 10, w: 10, C: 8, O: 24, kh: 3, kw: 3 },
  { n: 4, h: 26, w: 26, C: 12, O: 16, kh: 3, kw: 3 },
];

for (const kind of ["best", "plain"] as const) {
  const workspace = new Workspace(kind);
  const { kernels } = workspace;

  /** Puts a random input, a filter, transformed, and scratch into an empty memory. */
  const start = (sizes: Sizes, caseSeed: number) => {
    workspace.clear();
    const rng = rngFromSeed(caseSeed);
    const { n, h, w, C, O } = sizes;
    const [x, filter] = [randomFloats(rng, n * h * w * C), randomFloats(rng, 9 * C * O)];
    const { filterBytes, scratchBytes, group } = winogradSizes(4, ...outputSize(sizes), C, O);
    const [U, UT] = [workspace.room(filterBytes), workspace.room(filterBytes)];
    kernels.winograd4Filter(workspace.put(filter), U, UT, C, O);
    const scratch = workspace.room(scratchBytes);
    return { rng, x, filter, xAddress: workspace.put(x), U, UT, scratch, most: group };
  };

  Deno.test(`winograd4Forward() and winograd4PoolForward() are the convolution (${kind})`, () => {
    fc.assert(
      fc.property(anySizes, options, (sizes, { hasBias, relu, hasArgmax, group, caseSeed }) => {
        const { n, h, w, C, O } = sizes;
        const { rng, x, filter, xAddress, U, scratch, most } = start(sizes, caseSeed);
        const bias = hasBias ? randomFloats(rng, O) : null;
        const biasAddress = bias === null ? 0 : workspace.put(bias);
        const y = plainForward(sizes, x, filter, bias, false);
        const { pooled } = plainPool(sizes, y, relu);
        const [yAddress, pooledAddress] = [
          workspace.room(4 * y.length),
          workspace.room(4 * pooled.length),
        ];
        const argmaxAddress = hasArgmax ? workspace.room(pooled.length) : 0;
        const rest = [scratch, n, h, w, C, O, Number(relu), Math.min(group, most)] as const;
        kernels.winograd4Forward(xAddress, U, biasAddress, yAddress, ...rest);
        kernels.winograd4PoolForward(
          ...[xAddress, U, biasAddress, pooledAddress, argmaxAddress] as const,
          ...rest,
        );
        workspace.checkGaps();
        const expected = relu ? y.map((value) => Math.max(0, value)) : y;
        assertClose(workspace.floats(yAddress, y.length), expected, tolerance);
        assertClose(workspace.floats(pooledAddress, pooled.length), pooled, tolerance);
        if (!hasArgmax) return;
        const places = workspace.bytes(argmaxAddress, pooled.length);
        assert(places.every((_, i) => isLargest(sizes, y, pooled, places, i)), "argmax");
      }),
      { seed, numRuns: 150 },
    );
  });

  /** Compares both gradients with those of plain loops in double precision. */
  const checkGradients = (sizes: Sizes, isPooled: boolean, group: number, caseSeed: number) => {
    const { n, h, w, C, O } = sizes;
    const { rng, x, filter, xAddress, UT, scratch, most } = start(sizes, caseSeed);
    const [oh, ow] = outputSize(sizes);
    const gradient = randomFloats(rng, n * (isPooled ? (oh >> 1) * (ow >> 1) : oh * ow) * O);
    const argmax = Uint8Array.from(gradient, () => rng.integer(5));
    const dy = isPooled ? plainUnpool(sizes, gradient, argmax) : gradient;
    const { dw, dx } = plainGradients(sizes, x, filter, dy);
    const [dwAddress, dxAddress] = [workspace.room(4 * dw.length), workspace.room(4 * dx.length)];
    const argmaxAddress = workspace.room(argmax.length);
    workspace.bytes(argmaxAddress, argmax.length).set(argmax);
    const from = workspace.put(gradient);
    const rest = [scratch, n, h, w, C, O, Math.min(group, most)] as const;
    if (isPooled) {
      const both = [UT, dwAddress, dxAddress] as const;
      kernels.winograd4PoolBackward(xAddress, from, argmaxAddress, ...both, ...rest);
    } else {
      kernels.winograd4Backward(xAddress, from, UT, dwAddress, 0, ...rest);
      kernels.winograd4Backward(0, from, UT, 0, dxAddress, ...rest);
    }
    workspace.checkGaps();
    assertClose(workspace.floats(dwAddress, dw.length), dw, tolerance);
    assertClose(workspace.floats(dxAddress, dx.length), dx, tolerance);
  };

  Deno.test(`winograd4Backward() and winograd4PoolBackward() are its adjoints (${kind})`, () => {
    fc.assert(
      fc.property(anySizes, fc.boolean(), options, (sizes, isPooled, { group, caseSeed }) => {
        checkGradients(sizes, isPooled, group, caseSeed);
      }),
      { seed, numRuns: 150 },
    );
  });

  Deno.test(`winograd4Backward() keeps its bound for the networks' layers (${kind})`, () => {
    networkSizes.forEach((sizes, i) => {
      for (const isPooled of [false, true]) checkGradients(sizes, isPooled, Infinity, i);
    });
  });
}

/** Whether the place that was noted is that of the largest pixel, or of one that rounding took for it. */
function isLargest(
  sizes: Sizes,
  y: Float64Array,
  pooled: Float64Array,
  places: Uint8Array,
  i: number,
): boolean {
  const [oh, ow] = outputSize(sizes);
  const [height, width] = [oh >> 1, ow >> 1];
  const near = 2 * tolerance * Math.max(1, sizes.C);
  if (places[i] === 4) return pooled[i] <= near;
  const [o, pixel] = [i % sizes.O, Math.floor(i / sizes.O)];
  const column = 2 * (pixel % width) + places[i] % 2;
  const row = 2 * (Math.floor(pixel / width) % height) + (places[i] >> 1);
  const image = Math.floor(pixel / (width * height));
  const value = y[((image * oh + row) * ow + column) * sizes.O + o];
  return Math.abs(value - pooled[i]) <= near || value <= 0 && pooled[i] === 0;
}
