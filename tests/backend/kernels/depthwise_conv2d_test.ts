import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import {
  assertSameOnBoth,
  geometries,
  type Geometry,
  normalTensor,
  outputShape,
  seed,
} from "../compare_backends.ts";

/** Padding as a number is left out where tfjs counts the outputs with the filter's height alone, and
 * its own kernel writes out of bounds. */
const cases = fc.tuple(
  geometries({ explicitPadding: true }).filter((geometry) =>
    typeof geometry.pad !== "number" || hasSquareSteps(geometry)
  ),
  fc.integer({ min: 1, max: 2 }),
  fc.constantFrom<"none" | "linear" | "relu">("none", "linear", "relu"),
);

function hasSquareSteps({ filter, strides }: Geometry): boolean {
  return filter[0] === filter[1] && strides[0] === strides[1];
}

Deno.test("depthwise convolutions agree with the cpu backend, strides longer than the filter included", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ([geometry, multiplier, activation]) => {
      if (outputShape(geometry, 1).some((size) => size < 1)) return;
      await assertSameOnBoth(() => {
        const { batch, size, channels, filter: window, strides, pad } = geometry;
        const x = normalTensor<tf.Rank.R4>([batch, ...size, channels]);
        const filter = normalTensor<tf.Rank.R4>([...window, channels, multiplier], 2);
        const bias = normalTensor<tf.Rank.R1>([channels * multiplier], 3);
        if (activation === "none") return tf.depthwiseConv2d(x, filter, strides, pad as "same");
        return tf.fused.depthwiseConv2d({
          x,
          filter,
          strides,
          pad: pad as "same",
          bias,
          activation,
        });
      });
    }),
    { seed, numRuns: 200 },
  );
});
