import { assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { Sgd } from "@lib/train/steps/sgd.ts";
import type { SgdOptions } from "@lib/train/steps/learner_options.ts";

await initBackend("wasm");

/** Three steps on f(w) = Σ w² / 2 · k, whose gradient is k · w, in plain numbers. */
function byHand(start: number[], { momentum, nesterov, weightDecay }: SgdOptions): number[] {
  return start.map((initial, index) => {
    let [w, v] = [initial, 0];
    for (const rate of [0.1, 0.2, 0.05]) {
      const gradient = (index + 1) * w + weightDecay * w;
      v = momentum * v + gradient;
      w -= rate * (nesterov ? gradient + momentum * v : v);
    }
    return w;
  });
}

function bySgd(start: number[], options: SgdOptions): number[] {
  const variable = tf.variable(tf.tensor1d(start));
  const sgd = new Sgd(options);
  for (const rate of [0.1, 0.2, 0.05]) {
    tf.tidy(() => {
      const gradient = variable.mul(tf.range(1, start.length + 1));
      sgd.step([variable], { [variable.name]: gradient }, rate);
    });
  }
  const values = [...variable.dataSync()];
  sgd.dispose();
  variable.dispose();
  return values;
}

const cases: SgdOptions[] = [
  { momentum: 0, nesterov: false, weightDecay: 0 },
  { momentum: 0, nesterov: false, weightDecay: 0.1 },
  { momentum: 0.9, nesterov: false, weightDecay: 0 },
  { momentum: 0.9, nesterov: true, weightDecay: 0.01 },
];

for (const options of cases) {
  Deno.test(`Sgd.step() follows its rule with ${JSON.stringify(options)}`, () => {
    const start = [1, -2, 0.5];
    const expected = byHand(start, options);
    const found = bySgd(start, options);
    for (const [index, value] of expected.entries()) assertAlmostEquals(found[index], value, 1e-6);
  });
}

Deno.test("Sgd.step() without decay agrees with tfjs's momentum optimiser", () => {
  for (const nesterov of [false, true]) {
    const [mine, theirs] = [tf.variable(tf.tensor1d([3, -1])), tf.variable(tf.tensor1d([3, -1]))];
    const sgd = new Sgd({ momentum: 0.8, nesterov, weightDecay: 0 });
    const reference = tf.train.momentum(0.1, 0.8, nesterov);
    for (let step = 0; step < 5; step++) {
      tf.tidy(() => sgd.step([mine], { [mine.name]: mine.square() }, 0.1));
      tf.tidy(() => reference.applyGradients({ [theirs.name]: theirs.square() }));
    }
    const expected = theirs.dataSync();
    for (const [i, value] of mine.dataSync().entries()) {
      assertAlmostEquals(value, expected[i], 1e-5);
    }
    for (const each of [mine, theirs, sgd, reference]) each.dispose();
  }
});

Deno.test("Sgd goes on from restored velocities as if it had not stopped", async () => {
  const options = { momentum: 0.9, nesterov: true, weightDecay: 0.01 };
  const variable = tf.variable(tf.tensor1d([1, 2]));
  const step = (sgd: Sgd): void => {
    tf.tidy(() => sgd.step([variable], { [variable.name]: variable.mul(2) }, 0.1));
  };
  const first = new Sgd(options);
  step(first);
  const [weights, velocities] = [variable.dataSync().slice(), await first.velocities([variable])];
  step(first);
  const expected = variable.dataSync().slice();
  variable.assign(tf.tensor1d(weights));
  const second = new Sgd(options);
  second.restore([variable], velocities);
  step(second);
  assertEquals(variable.dataSync().slice(), expected);
  assertThrows(() => second.restore([variable], []), RangeError, "found 0 values, wanted 2");
  for (const each of [first, second, variable]) each.dispose();
});

Deno.test("Sgd refuses momentum of 1 and negative decay", () => {
  const options = { momentum: 0.9, nesterov: false, weightDecay: 0 };
  assertThrows(() => new Sgd({ ...options, momentum: 1 }), RangeError, "momentum 1");
  assertThrows(() => new Sgd({ ...options, weightDecay: -1 }), RangeError, "weight decay -1");
});

Deno.test("Sgd.step() leaks no tensors", () => {
  const variable = tf.variable(tf.ones([5]));
  const sgd = new Sgd({ momentum: 0.9, nesterov: true, weightDecay: 0.1 });
  const step = (): void =>
    tf.tidy(() => sgd.step([variable], { [variable.name]: tf.ones([5]) }, 0.1));
  step();
  const before = tf.memory().numTensors;
  for (let i = 0; i < 5; i++) step();
  assertEquals(tf.memory().numTensors, before);
  sgd.dispose();
  variable.dispose();
});
