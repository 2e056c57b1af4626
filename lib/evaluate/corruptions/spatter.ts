import type { Rng } from "../../base/rng.ts";
import type { Severity } from "./corruption.ts";
import { gaussianBlur } from "./gaussian_blur.ts";
import { muds } from "./ranges.ts";

/** The level of mud. */
const mud = 63 / 255;

/** Where the blurred edge of a splash is fainter than this, it is clean. */
const clean = 0.8;

/** Splashes of mud cover parts of the image. */
export function spatter(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const { mean, deviation, blur, threshold, edge } = muds[severity - 1];
  const noise = gaussianBlur(ink.map(() => mean + deviation * rng.normal()), blur);
  const splashes = gaussianBlur(noise.map((level) => level > threshold ? 1 : 0), edge)
    .map((share) => share < clean ? 0 : share);
  return ink.map((level, at) => level * (1 - splashes[at]) + mud * splashes[at]);
}
