import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { assertThrows } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  geometries,
  type Geometry,
  normalTensor,
  seed,
} from "../compare_backends.ts";

const roundings = fc.constantFrom<"floor" | "round" | "ceil">("floor", "round", "ceil");

const cases = fc.tuple(
  geometries({ explicitPadding: true }),
  fc.integer({ min: 1, max: 2 }),
  fc.constantFrom<"none" | "linear" | "relu" | "elu">("none", "linear", "relu", "elu"),
  fc.option(roundings),
);

type Rounding = "floor" | "round" | "ceil" | undefined;

function infoOf(geometry: Geometry, rounding: Rounding): tf.backend_util.Conv2DInfo {
  const { batch, size, channels, filter, strides, pad } = geometry;
  return tf.backend_util.computeConv2DInfo(
    [batch, ...size, channels],
    [...filter, channels, 1],
    strides,
    1,
    pad,
    rounding,
  );
}

/** Whether more outputs fit into the padded images than tfjs lays out. */
function isShort({ size, filter, strides }: Geometry, info: tf.backend_util.Conv2DInfo): boolean {
  const starts = [info.padInfo.top, info.padInfo.left];
  const counts = [info.outHeight, info.outWidth];
  return counts.some((count, axis) =>
    count * strides[axis] + filter[axis] <= starts[axis] + size[axis]
  );
}

for (const kind of ["conv2d", "depthwiseConv2d"] as const) {
  Deno.test(`${kind} agrees with the cpu backend for any stride, padding and rounding, or is refused`, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([geometry, multiplier, activation, mode]) => {
        const { batch, size, channels, filter: window, strides, pad: padding } = geometry;
        const rounding = typeof padding === "string" ? undefined : mode ?? undefined;
        const info = infoOf(geometry, rounding);
        if (info.outShape.some((length) => length < 1)) return;
        const run = (): tf.Tensor => {
          const x = normalTensor<tf.Rank.R4>([batch, ...size, channels]);
          const filter = normalTensor<tf.Rank.R4>([...window, channels, multiplier], 2);
          const outputs = kind === "conv2d" ? multiplier : channels * multiplier;
          const bias = normalTensor<tf.Rank.R1>([outputs], 3);
          const pad = padding as "same";
          if (activation === "none") {
            return tf[kind](x, filter, strides, pad, "NHWC", 1, rounding);
          }
          const rest = rounding === undefined ? {} : { dimRoundingMode: rounding };
          return tf.fused[kind]({ x, filter, strides, pad, bias, activation, ...rest });
        };
        if (!isShort(geometry, info)) return await assertSameOnBoth(run);
        await initBackend("wasm");
        assertThrows(() => tf.tidy(run), Error, "Cannot convolve on backend wasm");
      }),
      { seed, numRuns: 300 },
    );
  });
}
