import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { blueprintOf } from "@lib/backend/lowering/blueprint.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { blank, lineNetwork } from "@lib/model/networks/line.ts";
import { trainedWidth } from "@lib/model/networks/line_size.ts";
import { assert, assertEquals } from "../../support/assert.ts";

await initBackend("wasm");
const options = { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) };

Deno.test("lineNetwork() turns lines into columns of digits and the blank", () => {
  const model = lineNetwork(options);
  assertEquals(model.inputs[0].shape, [null, 32, trainedWidth, 1]);
  assertEquals(model.outputs[0].shape, [null, 1, (trainedWidth - 28) / 2, blank + 1]);
  assert(blueprintOf(model) !== undefined); // it is trained by a plan
  model.dispose();
});

Deno.test("lineNetwork() has the number of weights its docs tell, whatever the width", () => {
  for (const width of [96, 200]) {
    const model = lineNetwork({ ...options, imageWidth: width });
    const counts = model.trainableWeights.map(({ shape }) =>
      shape.reduce<number>((product, side) => product * side!, 1)
    );
    assertEquals(counts.reduce((sum, count) => sum + count), 257_255);
    model.dispose();
  }
});

Deno.test("lineNetwork() begins with blank columns", () => {
  const model = lineNetwork(options);
  const least = tf.tidy(() => {
    const output = model.predict(tf.zeros([2, 32, trainedWidth, 1])) as tf.Tensor4D;
    return output.slice([0, 0, 0, blank], [2, 1, -1, 1]).min().dataSync()[0];
  });
  assert(least > 0.5, `${least}`);
  model.dispose();
});
