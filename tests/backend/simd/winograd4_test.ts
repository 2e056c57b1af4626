import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { winograd4Sizes } from "@lib/backend/simd/winograd4_sizes.ts";
import { assert } from "../../support/assert.ts";
import { assertClose, seed, winogradSizes } from "./convolution_cases.ts";
import { outputSize, plainForward, plainPool, type Sizes } from "./plain_convolution.ts";
import { randomFloats, Workspace } from "./workspace.ts";

const options = fc.record({
  hasBias: fc.boolean(),
  relu: fc.boolean(),
  hasArgmax: fc.boolean(),
  caseSeed: fc.nat(),
});
/** Of the largest value: what the documentation promises. */
const tolerance = 1e-5;

for (const kind of ["best", "plain"] as const) {
  const workspace = new Workspace(kind);
  const { kernels } = workspace;

  /** Puts a random input, a filter, transformed, and scratch into an empty memory. */
  const start = (sizes: Sizes, caseSeed: number) => {
    workspace.clear();
    const rng = rngFromSeed(caseSeed);
    const { n, h, w, C, O } = sizes;
    const [x, filter] = [randomFloats(rng, n * h * w * C), randomFloats(rng, 9 * C * O)];
    const { filterBytes, scratchBytes, group } = winograd4Sizes(...outputSize(sizes), C, O);
    const U = workspace.room(filterBytes);
    kernels.winograd4Filter(workspace.put(filter), U, C, O);
    const scratch = workspace.room(scratchBytes);
    return { rng, x, filter, xAddress: workspace.put(x), U, scratch, group };
  };

  Deno.test(`winograd4Forward() and winograd4PoolForward() are the convolution (${kind})`, () => {
    fc.assert(
      fc.property(winogradSizes, options, (sizes, { hasBias, relu, hasArgmax, caseSeed }) => {
        const { n, h, w, C, O } = sizes;
        const { rng, x, filter, xAddress, U, scratch, group } = start(sizes, caseSeed);
        const bias = hasBias ? randomFloats(rng, O) : null;
        const biasAddress = bias === null ? 0 : workspace.put(bias);
        const y = plainForward(sizes, x, filter, bias, false);
        const { pooled } = plainPool(sizes, y, relu);
        const [yAddress, pooledAddress] = [
          workspace.room(4 * y.length),
          workspace.room(4 * pooled.length),
        ];
        const argmaxAddress = hasArgmax ? workspace.room(pooled.length) : 0;
        const rest = [scratch, n, h, w, C, O, Number(relu), group] as const;
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
