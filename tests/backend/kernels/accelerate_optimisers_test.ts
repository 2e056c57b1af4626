import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { assertClose, normalTensor, seed } from "../compare_backends.ts";
import { assert, assertEquals, assertGreater, assertThrows } from "../../support/assert.ts";

const makers: Readonly<Record<string, () => tf.Optimizer>> = {
  "sgd": () => tf.train.sgd(0.1),
  "momentum": () => tf.train.momentum(0.1, 0.9),
  "momentum, Nesterov": () => tf.train.momentum(0.1, 0.9, true),
  "adam": () => tf.train.adam(0.01, 0.8, 0.99),
};

/** As an optimiser takes them, by array. */
type Gradients = { readonly name: string; readonly tensor: tf.Tensor }[];

/** Names of the kernels that an optimiser runs in a step. */
async function kernelsOf(optimizer: tf.Optimizer, gradients: Gradients): Promise<string[]> {
  const { kernels } = await tf.profile(() => optimizer.applyGradients(gradients));
  return kernels.map(({ name }) => name);
}

/** Weights of some shapes; the caller disposes of them. */
function weightsOf(shapes: readonly number[][]): tf.Variable[] {
  return shapes.map((shape, i) =>
    tf.tidy(() => tf.variable(normalTensor(shape as [number], i + 1), true, `weight ${i}`))
  );
}

function valuesOf(tensors: readonly tf.Tensor[]): number[] {
  return tensors.flatMap((tensor) => [...tensor.dataSync()]);
}

/** Random gradients of a step; none for a weight whose number is left out. */
function gradientsOf(
  weights: readonly tf.Variable[],
  step: number,
  leftOut = -1,
): Gradients {
  return weights.map(({ name, shape }, i) => ({
    name,
    tensor: i === leftOut
      ? null as unknown as tf.Tensor
      : normalTensor(shape as [number], 100 * (step + 1) + i),
  }));
}

/** Weights and state of the optimiser after some steps. */
async function after(
  backend: "wasm" | "cpu",
  make: () => tf.Optimizer,
  { shapes, steps, leftOut, isMap }: {
    readonly shapes: readonly number[][];
    readonly steps: number;
    readonly leftOut: number;
    readonly isMap: boolean;
  },
): Promise<{ values: number[]; names: string[] }> {
  await initBackend(backend);
  const [weights, optimizer] = [weightsOf(shapes), make()];
  for (let step = 0; step < steps; step++) {
    const list = gradientsOf(weights, step, leftOut);
    const map = Object.fromEntries(list.map(({ name, tensor }) => [name, tensor]));
    optimizer.applyGradients(isMap ? map as Record<string, tf.Variable> : list);
    tf.dispose(map);
  }
  const state = await optimizer.getWeights();
  const values = valuesOf([...weights, ...state.map(({ tensor }) => tensor)]);
  const names = state.map(({ name }) => name);
  optimizer.dispose();
  tf.disposeVariables();
  return { values, names };
}

const shape = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 4 });
const run = fc.record({
  shapes: fc.array(shape, { minLength: 1, maxLength: 5 }),
  steps: fc.integer({ min: 1, max: 5 }),
  leftOut: fc.integer({ min: -1, max: 4 }),
  isMap: fc.boolean(),
});

for (const [name, make] of Object.entries(makers)) {
  Deno.test(`${name}: weights of any shape move as on the cpu backend, and so does what is saved`, async () => {
    await fc.assert(
      fc.asyncProperty(run, async (options) => {
        const wanted = await after("cpu", make, options);
        const found = await after("wasm", make, options);
        assertEquals(found.names, wanted.names);
        assertClose(found.values, wanted.values, 2e-6);
      }),
      { seed, numRuns: 30 },
    );
  });

  Deno.test(`${name}: from the second step on no kernel of tfjs runs, and no tensor is left`, async () => {
    await initBackend("wasm");
    const [weights, optimizer] = [weightsOf([[3, 3, 2], [5], []]), make()];
    const gradients = gradientsOf(weights, 0);
    optimizer.applyGradients(gradients);
    const before = tf.memory();
    const data = weights.map(({ dataId }) => dataId);
    const kernels = await kernelsOf(optimizer, gradients);
    // What was made of a weight, such as a packed filter, is kept by its data's identity.
    assert(weights.every(({ dataId }, i) => dataId !== data[i]));
    assertEquals(kernels.filter((kernel) => kernel !== "Multiply"), []);
    assertEquals(kernels.length, name === "adam" ? 2 : 0); // the powers of its two betas
    const { numTensors, numBytes } = tf.memory();
    assertEquals([numTensors, numBytes], [before.numTensors, before.numBytes]);
    assertEquals(optimizer.iterations, 2);
    tf.disposeVariables();
  });

  Deno.test(`${name}: clones of weights, and what was saved, keep their numbers`, async () => {
    await initBackend("wasm");
    const [weights, first, second] = [weightsOf([[2, 3], [4]]), make(), make()];
    const gradients = gradientsOf(weights, 0);
    first.applyGradients(gradients);
    const saved = (await first.getWeights()).map(({ name, tensor }) => ({
      name,
      tensor: tensor.clone(),
    }));
    await second.setWeights(saved);
    const kept = [...weights.map((weight) => weight.clone()), ...saved.map(({ tensor }) => tensor)];
    const before = valuesOf(kept);
    for (const optimizer of [first, second]) optimizer.applyGradients(gradients);
    assertEquals(valuesOf(kept), before);
    assertEquals(first.iterations, second.iterations);
    // Each moved by the same state, so the second saw the weights that the first had left.
    const [one, other] = await Promise.all([first.getWeights(), second.getWeights()]);
    assertEquals(
      valuesOf(other.map(({ tensor }) => tensor)),
      valuesOf(one.map(({ tensor }) => tensor)),
    );
    tf.disposeVariables();
  });

  Deno.test(`${name}: what a kernel cannot take goes the stock way`, async () => {
    for (const backend of ["cpu", "wasm"] as const) {
      await initBackend(backend);
      const [weights, optimizer] = [weightsOf([[2, 3]]), make()];
      const [weight] = weights;
      const step = (tensor: tf.Tensor): void =>
        optimizer.applyGradients([{ name: weight.name, tensor }]);
      step(tf.ones([2, 3]));
      const before = weight.dataSync().slice();
      step(tf.ones([3])); // which broadcasts
      assert(weight.dataSync().every((value, i) => value < before[i]));
      assertThrows(() => step(tf.ones([4, 2, 3])), Error, "shape");
      assertThrows(() => step(tf.ones([5])), Error, "Operands could not be broadcast");
      const unknown = [{ name: "nobody's", tensor: tf.ones([2]) }];
      assertThrows(() => optimizer.applyGradients(unknown), Error);
      tf.disposeVariables();
    }
  });

  Deno.test(`${name}: weights and gradients of another backend are moved here`, async () => {
    await initBackend("cpu");
    const [weights, optimizer] = [weightsOf([[2, 3], [4]]), make()];
    const gradients = gradientsOf(weights, 0);
    optimizer.applyGradients(gradients);
    const before = valuesOf(weights);
    await initBackend("wasm");
    assertEquals((await kernelsOf(optimizer, gradients)).includes("Add"), false);
    const moved = valuesOf(weights);
    assertGreater(Math.min(...moved.map((value, i) => Math.abs(value - before[i]))), 1e-5);
    tf.disposeVariables();
  });
}

Deno.test("momentum: infinite and undefined gradients reach the weights as on the cpu backend", async () => {
  const steps = async (backend: "wasm" | "cpu"): Promise<number[]> => {
    await initBackend(backend);
    const [weight] = weightsOf([[5]]);
    const optimizer = tf.train.momentum(0.1, 0.5);
    for (const values of [[1, 1, 1, 1, 1], [NaN, Infinity, -Infinity, 1, 0], [1, 1, 1, 1, 1]]) {
      optimizer.applyGradients([{ name: weight.name, tensor: tf.tensor1d(values) }]);
    }
    const values = valuesOf([weight]);
    tf.disposeVariables();
    return values;
  };
  assertClose(await steps("wasm"), await steps("cpu"), 1e-6);
});
