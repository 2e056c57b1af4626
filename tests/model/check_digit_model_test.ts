import { assert, assertThrows } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { checkDigitModel } from "@lib/model/check_digit_model.ts";

await initBackend("wasm");

function dense(units: number, inputShape: (number | null)[]): tf.LayersModel {
  const layers = [
    tf.layers.globalAveragePooling2d({ inputShape, dataFormat: "channelsLast" }),
    tf.layers.dense({ units }),
  ];
  return tf.sequential({ layers });
}

Deno.test("checkDigitModel() lets pass the networks that can be built", () => {
  for (const name of ["compact", "deep"] as const) {
    const model = buildNetwork(name, { mean: 0.1, deviation: 0.3, rng: rngFromSeed(1) });
    checkDigitModel(model);
    model.dispose();
  }
});

Deno.test("checkDigitModel() refuses another input or output, and names both", () => {
  const cases: [tf.LayersModel, string][] = [
    [dense(10, [32, 32, 3]), "found input [batch, 32, 32, 3], wanted [batch, 28, 28, 1]; take"],
    [dense(10, [null, null, 1]), "found input [batch, any, any, 1], wanted [batch, 28, 28, 1]"],
    [dense(2, [28, 28, 1]), "found output [batch, 2], wanted [batch, 10]; take"],
    [twoHeads(), "found output [batch, 10] and [batch, 10], wanted [batch, 10]; take"],
  ];
  for (const [model, message] of cases) {
    const error = assertThrows(() => checkDigitModel(model), TypeError, message);
    assert(!error.message.includes("\n"));
    model.dispose();
  }
});

Deno.test('checkDigitModel() takes an 11th class, "no digit", only where it is asked to', () => {
  const [ten, eleven, twelve] = [10, 11, 12].map((units) => dense(units, [28, 28, 1]));
  assertThrows(() => checkDigitModel(eleven), TypeError, "found output [batch, 11]");
  checkDigitModel(eleven, { withNonDigit: true });
  checkDigitModel(ten, { withNonDigit: true });
  assertThrows(
    () => checkDigitModel(twelve, { withNonDigit: true }),
    TypeError,
    "found output [batch, 12], wanted [batch, 10] or [batch, 11]",
  );
  for (const model of [ten, eleven, twelve]) model.dispose();
});

function twoHeads(): tf.LayersModel {
  const inputs = tf.input({ shape: [28, 28, 1] });
  const flat = tf.layers.flatten().apply(inputs) as tf.SymbolicTensor;
  const outputs = [10, 10].map((units) =>
    tf.layers.dense({ units }).apply(flat) as tf.SymbolicTensor
  );
  return tf.model({ inputs, outputs });
}
