import { initBackend } from "@lib/backend/backend.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { bundleSpecs } from "./bundle_specs.ts";
import knownFailures from "./known_failures.json" with { type: "json" };
import { runSpecs } from "./run_specs.ts";

/** tfjs's specs of the operations whose kernels this project replaces, and of what is made of them. */
const operations = [
  ...[
    "add",
    "arithmetic",
    "avg_pool",
    "avg_pool_3d",
    "batchnorm",
    "confusion_matrix",
    "conv1d",
    "conv2d",
  ],
  ...[
    "conv2d_separable",
    "conv2d_transpose",
    "conv3d",
    "conv3d_transpose",
    "depthwise_conv2d",
    "dilation2d",
  ],
  ...["fused/fused_conv2d", "fused/fused_depthwise_conv2d", "fused/fused_mat_mul"],
  ...["gather", "identity_pool", "leaky_relu", "log_softmax", "mat_mul", "max_pool", "max_pool_3d"],
  ...["max_pool_with_argmax", "mean", "moments", "pool", "relu", "relu6", "slice", "slice1d"],
  ...["slice2d", "slice3d", "slice4d", "softmax", "sum", "tile", "unsorted_segment_sum"],
];
const optimizers = ["adadelta", "adagrad", "adam", "adamax", "momentum", "rmsprop", "sgd"];

Deno.test("tfjs's own specs pass on wasm with this project's kernels, but those it never passed", async () => {
  await initBackend("wasm");
  const results = await runSpecs(
    await bundleSpecs([
      ...operations.map((name) => `ops/${name}_test`),
      "optimizers/optimizer_test",
      ...optimizers.map((name) => `optimizers/${name}_optimizer_test`),
    ]),
  );
  const failed = results.filter(({ failure }) => failure !== undefined);
  const known = new Set(Object.values(knownFailures).flat());
  assertEquals(failed.filter(({ name }) => !known.has(name)), [], "fail, but should pass");
  const names = new Set(failed.map(({ name }) => name));
  assertEquals([...known].filter((name) => !names.has(name)), [], "pass, but are said to fail");
  assert(results.length > 800, `only ${results.length} specs were found`);
});
