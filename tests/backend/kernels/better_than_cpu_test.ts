import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { assert, assertEquals, assertThrows } from "../../support/assert.ts";
import { assertClose, computeOn, normalTensor, seed } from "../compare_backends.ts";

const page = await Deno.readTextFile(projectPath("docs", "kernels.md"));

type Operation = (x: tf.Tensor4D) => tf.Tensor;

/** These operations are linear: a difference is exact but for rounding, however wide. */
const step = 0.5;

/** Asserts that the gradient of a linear operation is that of central differences at one pixel. */
function assertGradient(shape: number[], run: Operation, pick: number): void {
  tf.tidy(() => {
    const x = normalTensor<tf.Rank.R4>(shape as [number, number, number, number]);
    const dy = normalTensor(run(x).shape as [number], 2);
    const at = pick % x.size;
    const [more, less] = [step, -step].map((change) => {
      const pixels = x.dataSync().slice();
      pixels[at] += change;
      return run(tf.tensor(pixels, x.shape)).mul(dy).sum().dataSync()[0];
    });
    const found = tf.grad(run as (x: tf.Tensor) => tf.Tensor)(x, dy).dataSync()[at];
    assertClose([found], [(more - less) / (2 * step)], 2e-5);
  });
}

const side = fc.integer({ min: 1, max: 9 });
const shapes = fc.tuple(fc.integer({ min: 1, max: 3 }), side, side, fc.integer({ min: 1, max: 3 }));
const pairs = fc.tuple(side, side);

Deno.test("the gradient of average pooling with padding is that of central differences", async () => {
  await initBackend("wasm");
  fc.assert(
    fc.property(shapes, pairs, pairs, fc.nat(), (shape, filter, strides, pick) => {
      assertGradient(shape, (x) => tf.avgPool(x, filter, strides, "same"), pick);
    }),
    { seed, numRuns: 300 },
  );
});

for (const kind of ["resizeNearestNeighbor", "resizeBilinear"] as const) {
  Deno.test(`the gradient of ${kind} is that of central differences, batches included`, async () => {
    await initBackend("wasm");
    fc.assert(
      fc.property(shapes, pairs, fc.constantFrom("", "corners", "centres"), fc.nat(), (
        shape,
        size,
        aligned,
        pick,
      ) => {
        const rest = [aligned === "corners", aligned === "centres"] as const;
        assertGradient(shape, (x) => tf.image[kind](x, size, ...rest), pick);
      }),
      { seed, numRuns: 300 },
    );
  });
}

Deno.test("docs/kernels.md cites what the cpu backend gives where it is wrong", async () => {
  const pooled = (): tf.Tensor =>
    tf.grad((x) => tf.avgPool(x as tf.Tensor4D, [1, 2], [1, 2], "same"))(tf.ones([1, 1, 3, 1]));
  const resized = (): tf.Tensor =>
    tf.grad((x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [2, 2]))(
      tf.ones([2, 1, 1, 1]),
      tf.range(1, 9).reshape([2, 2, 2, 1]),
    );
  const largest = (): tf.Tensor =>
    tf.grad((x) => tf.maxPool3d(x as tf.Tensor5D, [1, 3, 1], 1, "same"))(
      tf.tensor([1, 2, 3], [1, 1, 3, 1, 1]),
    );
  for (const run of [pooled, resized, largest]) {
    const [own, cpu] = [await computeOn("wasm", run), await computeOn("cpu", run)];
    const cited = `\`[${own.values.join(", ")}]\`; cpu: \`[${cpu.values.join(", ")}]\``;
    assert(page.includes(cited), `docs/kernels.md does not cite ${cited}`);
  }
  await initBackend("cpu");
  const wide = (): tf.Tensor =>
    tf.grad((x) => tf.image.resizeBilinear(x as tf.Tensor4D, [4, 6]))(tf.ones([1, 2, 3, 1]));
  const { message } = assertThrows(wide, Error, "does not match the shape of the input");
  assert(page.includes(message), `docs/kernels.md does not cite ${message}`);
  await initBackend("wasm");
  assertEquals(tf.tidy(() => wide().shape), [1, 2, 3, 1]);
});
