import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertEquals } from "../../support/assert.ts";
import { seed } from "./convolution_cases.ts";
import { KernelPair } from "./kernel_pair.ts";
import { Workspace } from "./workspace.ts";

const side = fc.integer({ min: 1, max: 9 });
const margin = fc.integer({ min: 0, max: 3 });
const images = fc.record({ n: fc.integer({ min: 1, max: 3 }), h: side, w: side, C: side });
const margins = fc.tuple(margin, margin, margin, margin);

for (const kind of ["best", "plain"] as const) {
  const pair = new KernelPair(kind);

  Deno.test(`padImages() puts zeros around images (${kind})`, () => {
    fc.assert(
      fc.property(images, margins, ({ n, h, w, C }, [top, left, bottom, right]) => {
        pair.clear();
        const x = pair.random(rngFromSeed(1), n * h * w * C);
        const y = pair.output(n * (h + top + bottom) * (w + left + right) * C);
        pair.run((kernels) => kernels.padImages(x, y, n, h, w, C, top, left, bottom, right), 0);
      }),
      { seed, numRuns: 150 },
    );
  });

  Deno.test(`cropImages() cuts a part out of images (${kind})`, () => {
    fc.assert(
      fc.property(images, margins, ({ n, h, w, C }, [top, left, bottom, right]) => {
        pair.clear();
        const [H, W] = [h + top + bottom, w + left + right];
        const x = pair.random(rngFromSeed(1), n * H * W * C);
        const y = pair.output(n * h * w * C);
        pair.run((kernels) => kernels.cropImages(x, y, n, H, W, C, top, left, h, w), 0);
      }),
      { seed, numRuns: 150 },
    );
  });

  const shift = fc.integer({ min: -30, max: 30 });
  const cases = fc.record({
    shifts: fc.array(fc.tuple(shift, shift), { minLength: 1, maxLength: 4 }),
    crop: fc.integer({ min: 0, max: 13 }),
    isShifted: fc.boolean(),
  });
  Deno.test(`prepareImages() picks, shifts, crops and scales (${kind})`, () => {
    const workspace = new Workspace(kind);
    fc.assert(
      fc.property(cases, fc.nat(), ({ shifts, crop, isShifted }, caseSeed) => {
        workspace.clear();
        const rng = rngFromSeed(caseSeed);
        const pixels = Uint8Array.from({ length: 5 * 784 }, () => rng.integer(256));
        const indices = Int32Array.from(shifts, () => rng.integer(5));
        const n = shifts.length;
        const size = 28 - 2 * crop;
        const [imagesAddress, indicesAddress] = [
          workspace.room(pixels.length),
          workspace.room(4 * n),
        ];
        const [shiftsAddress, y] = [workspace.room(2 * n), workspace.room(4 * n * size * size)];
        workspace.bytes(imagesAddress, pixels.length).set(pixels);
        workspace.bytes(indicesAddress, 4 * n).set(new Uint8Array(indices.buffer));
        workspace.bytes(shiftsAddress, 2 * n).set(
          new Uint8Array(new Int8Array(shifts.flat()).buffer),
        );
        const { kernels } = workspace;
        kernels.prepareImages(
          imagesAddress,
          indicesAddress,
          isShifted ? shiftsAddress : 0,
          y,
          n,
          crop,
          0.5,
          -2,
        );
        workspace.checkGaps();
        const wanted = Array.from({ length: n * size * size }, (_, i) => {
          const image = Math.floor(i / size / size);
          const [right, down] = isShifted ? shifts[image] : [0, 0];
          const row = Math.floor(i / size) % size + crop - down;
          const column = i % size + crop - right;
          const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < 28;
          return isInside ? pixels[indices[image] * 784 + row * 28 + column] * 0.5 - 2 : -2;
        });
        assertEquals([...workspace.floats(y, wanted.length)], wanted);
      }),
      { seed, numRuns: 100 },
    );
  });
}
