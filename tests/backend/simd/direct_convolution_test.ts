import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { packedFilterBytes } from "@lib/backend/simd/module.ts";
import { assertEquals } from "../../support/assert.ts";
import { anySizes, assertClose, seed } from "./convolution_cases.ts";
import {
  outputSize,
  plainForward,
  plainGradients,
  plainPool,
  plainUnpool,
  type Sizes,
} from "./plain_convolution.ts";
import { randomFloats, Workspace } from "./workspace.ts";

function randomCase(sizes: Sizes, caseSeed: number): Record<"x" | "filter" | "bias", Float32Array> {
  const rng = rngFromSeed(caseSeed);
  const { n, h, w, C, O, kh, kw } = sizes;
  return {
    x: randomFloats(rng, n * h * w * C),
    filter: randomFloats(rng, kh * kw * C * O),
    bias: randomFloats(rng, O),
  };
}

/** Half of them with one channel, for which there is a tile of its own. */
const poolSizes = fc.tuple(anySizes, fc.boolean()).map(([sizes, isGrey]) =>
  isGrey ? { ...sizes, C: 1 } : sizes
);
/** A first layer, with the filters that `greyPoolFilterGradient` takes. */
const greySizes = fc.tuple(anySizes, fc.constantFrom(3, 5)).map(([sizes, side]): Sizes => {
  const [oh, ow] = outputSize(sizes);
  const O = side === 3 ? 4 * Math.ceil(sizes.O / 4) : sizes.O;
  return { n: sizes.n, h: oh + side - 1, w: ow + side - 1, C: 1, O, kh: side, kw: side };
});
const options = fc.record({ hasBias: fc.boolean(), relu: fc.boolean(), caseSeed: fc.nat() });

for (const kind of ["best", "plain"] as const) {
  const workspace = new Workspace(kind);
  const { kernels } = workspace;

  /** Puts a filter into the memory, packed. */
  const packed = (filter: Float32Array, { C, O, kh, kw }: Sizes): number => {
    const address = workspace.room(packedFilterBytes(kh, kw, C, O));
    kernels.packFilter(workspace.put(filter), address, kh * kw * C, O);
    return address;
  };

  Deno.test(`convForward() is the convolution for any sizes (${kind})`, () => {
    fc.assert(
      fc.property(anySizes, options, (sizes, { hasBias, relu, caseSeed }) => {
        workspace.clear();
        const { n, h, w, C, O, kh, kw } = sizes;
        const { x, filter, bias } = randomCase(sizes, caseSeed);
        const expected = plainForward(sizes, x, filter, hasBias ? bias : null, relu);
        const panels = packed(filter, sizes);
        const yAddress = workspace.room(4 * expected.length);
        const biasAddress = hasBias ? workspace.put(bias) : 0;
        const size = [n, h, w, C, O, kh, kw] as const;
        kernels.convForward(workspace.put(x), panels, biasAddress, yAddress, ...size, Number(relu));
        workspace.checkGaps();
        assertClose(workspace.floats(yAddress, expected.length), expected);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`convPoolForward() keeps the largest of each window (${kind})`, () => {
    fc.assert(
      fc.property(poolSizes, options, (sizes, { hasBias, relu, caseSeed }) => {
        workspace.clear();
        const { n, h, w, C, O, kh, kw } = sizes;
        const { x, filter, bias } = randomCase(sizes, caseSeed);
        const y = plainForward(sizes, x, filter, hasBias ? bias : null, false);
        const { pooled, argmax } = plainPool(sizes, y, relu);
        const panels = packed(filter, sizes);
        const pooledAddress = workspace.room(4 * pooled.length);
        const argmaxAddress = workspace.room(pooled.length);
        const biasAddress = hasBias ? workspace.put(bias) : 0;
        const size = [n, h, w, C, O, kh, kw] as const;
        const xAddress = workspace.put(x);
        kernels.convPoolForward(
          xAddress,
          panels,
          biasAddress,
          pooledAddress,
          argmaxAddress,
          ...size,
          Number(relu),
        );
        workspace.checkGaps();
        assertClose(workspace.floats(pooledAddress, pooled.length), pooled);
        assertEquals(workspace.bytes(argmaxAddress, pooled.length), argmax);
        const again = workspace.room(4 * pooled.length);
        kernels.convPoolForward(xAddress, panels, biasAddress, again, 0, ...size, Number(relu));
        workspace.checkGaps();
        assertEquals(
          workspace.floats(again, pooled.length),
          workspace.floats(pooledAddress, pooled.length),
        );
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`convFilterGradient() and convInputGradient() are its adjoints (${kind})`, () => {
    fc.assert(
      fc.property(anySizes, fc.nat(), (sizes, caseSeed) => {
        workspace.clear();
        const { n, h, w, C, O, kh, kw } = sizes;
        const { x, filter } = randomCase(sizes, caseSeed);
        const [oh, ow] = outputSize(sizes);
        const dy = randomFloats(rngFromSeed(caseSeed + 1), n * oh * ow * O);
        const { dw, dx } = plainGradients(sizes, x, filter, dy);
        const size = [n, h, w, C, O, kh, kw] as const;
        const dyAddress = workspace.put(dy);
        const dwAddress = workspace.room(4 * dw.length);
        kernels.convFilterGradient(workspace.put(x), dyAddress, dwAddress, ...size);
        const panels = workspace.room(packedFilterBytes(kh, kw, C, O));
        kernels.packFilterTransposed(workspace.put(filter), panels, kh * kw, C, O);
        const dxAddress = workspace.room(4 * dx.length);
        kernels.convInputGradient(dyAddress, panels, dxAddress, ...size);
        workspace.checkGaps();
        assertClose(workspace.floats(dwAddress, dw.length), dw);
        assertClose(workspace.floats(dxAddress, dx.length), dx);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`greyPoolFilterGradient() is the gradient behind a pool (${kind})`, () => {
    fc.assert(
      fc.property(greySizes, fc.nat(), (sizes, caseSeed) => {
        workspace.clear();
        const rng = rngFromSeed(caseSeed);
        const { n, h, w, O, kh } = sizes;
        const { x, filter } = randomCase(sizes, caseSeed + 1);
        const [oh, ow] = outputSize(sizes);
        const gradient = randomFloats(rng, n * (oh >> 1) * (ow >> 1) * O);
        const argmax = Uint8Array.from(gradient, () => rng.integer(5));
        const { dw } = plainGradients(sizes, x, filter, plainUnpool(sizes, gradient, argmax));
        const xAddress = workspace.put(x);
        const places = workspace.room(argmax.length);
        workspace.bytes(places, argmax.length).set(argmax);
        const from = workspace.put(gradient);
        const dwAddress = workspace.room(4 * dw.length);
        kernels.greyPoolFilterGradient(xAddress, from, places, dwAddress, n, h, w, O, kh);
        workspace.checkGaps();
        assertClose(workspace.floats(dwAddress, dw.length), dw);
      }),
      { seed, numRuns: 200 },
    );
  });

  Deno.test(`unpool() and pooledBiasGradient() undo the pool for any sizes (${kind})`, () => {
    fc.assert(
      fc.property(anySizes, fc.nat(), (sizes, caseSeed) => {
        workspace.clear();
        const rng = rngFromSeed(caseSeed);
        const { n, O } = sizes;
        const [oh, ow] = outputSize(sizes);
        const rows = n * (oh >> 1) * (ow >> 1);
        const dyPooled = randomFloats(rng, rows * O);
        const argmax = Uint8Array.from(dyPooled, () => rng.integer(5));
        const dy = plainUnpool(sizes, dyPooled, argmax);
        const sums = new Float64Array(O);
        dyPooled.forEach((value, i) => sums[i % O] += argmax[i] < 4 ? value : 0);
        const argmaxAddress = workspace.room(argmax.length);
        workspace.bytes(argmaxAddress, argmax.length).set(argmax);
        const [dyAddress, sumsAddress] = [workspace.room(4 * dy.length), workspace.room(4 * O)];
        const pooledAddress = workspace.put(dyPooled);
        kernels.unpool(pooledAddress, argmaxAddress, dyAddress, n, oh, ow, O);
        kernels.pooledBiasGradient(pooledAddress, argmaxAddress, sumsAddress, rows, O);
        workspace.checkGaps();
        assertClose(workspace.floats(dyAddress, dy.length), dy, 0);
        assertClose(workspace.floats(sumsAddress, O), sums);
      }),
      { seed, numRuns: 100 },
    );
  });
}

Deno.test("packFilter() and packFilterTransposed() fill the last panel up with zeros", () => {
  const workspace = new Workspace();
  const filter = workspace.put([1, 2, 3, 4, 5, 6]);
  const [packed, transposed] = [workspace.room(4 * 16), workspace.room(4 * 16)];
  workspace.kernels.packFilter(filter, packed, 2, 3);
  workspace.kernels.packFilterTransposed(filter, transposed, 1, 2, 3);
  assertEquals([...workspace.floats(packed, 8)], [1, 2, 3, 0, 4, 5, 6, 0]);
  assertEquals([...workspace.floats(transposed, 12)], [1, 4, 0, 0, 2, 5, 0, 0, 3, 6, 0, 0]);
});

Deno.test("convPoolForward() takes the first among equals", () => {
  const workspace = new Workspace();
  const panels = workspace.put(new Float32Array(16).fill(1));
  const [x, y, argmax] = [workspace.put([1, 1, 1, 1]), workspace.room(64), workspace.room(16)];
  workspace.kernels.convPoolForward(x, panels, 0, y, argmax, 1, 2, 2, 1, 16, 1, 1, 1);
  assertEquals(workspace.bytes(argmax, 16), new Uint8Array(16));
});

Deno.test("convForward() passes NaN and infinity on, also through ReLU", () => {
  const workspace = new Workspace();
  const panels = workspace.put(new Float32Array(8).fill(1));
  const [x, y] = [workspace.put([NaN, Infinity, -Infinity, 2]), workspace.room(4 * 32)];
  workspace.kernels.convForward(x, panels, 0, y, 1, 1, 4, 1, 8, 1, 1, 1);
  const found = [0, 8, 16, 24].map((i) => workspace.floats(y, 32)[i]);
  assertEquals(found, [NaN, Infinity, 0, 2]);
});

Deno.test("convPoolForward() passes NaN on, wherever it stands in the window", () => {
  for (let corner = 0; corner < 4; corner++) {
    const workspace = new Workspace();
    const panels = workspace.put(new Float32Array(4).fill(1));
    const window = [1, 2, 3, 4].map((value, i) => i === corner ? NaN : value);
    const [x, y, argmax] = [workspace.put(window), workspace.room(16), workspace.room(4)];
    workspace.kernels.convPoolForward(x, panels, 0, y, argmax, 1, 2, 2, 1, 4, 1, 1, 1);
    assertEquals([...workspace.floats(y, 4)], [NaN, NaN, NaN, NaN]);
    assertEquals(workspace.bytes(argmax, 1)[0], corner);
  }
});
