import type * as tfjs from "@tensorflow/tfjs";
import type { initBackend } from "@lib/backend/backend.ts";

/** What a platform brings: TensorFlow.js as it is imported there, and what is to be checked. The checks
 * import neither, so that they run unchanged on each. */
export interface Platform {
  readonly tf: typeof tfjs;
  readonly initBackend: typeof initBackend;
}

/** Something that holds on every platform. */
export interface Check {
  readonly name: string;
  /** @throws {Error} if it does not hold */
  readonly run: () => Promise<void>;
}

/** What became of a check. */
export interface Outcome {
  readonly name: string;
  /** Empty where it holds. */
  readonly failure: string;
}

/** Runs checks one after another. */
export async function outcomesOf(checks: readonly Check[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, run } of checks) {
    const failure = await run().then(() => "", (error) => String(error.stack ?? error));
    outcomes.push({ name, failure });
  }
  return outcomes;
}

/** Throws unless a condition holds. */
export function demand(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** Throws unless numbers agree within a share of the largest. */
export function demandClose(
  found: ArrayLike<number>,
  wanted: ArrayLike<number>,
  tolerance: number,
  what: string,
): void {
  demand(found.length === wanted.length, `${what}: ${found.length} values, not ${wanted.length}`);
  let scale = 1;
  for (let i = 0; i < wanted.length; i++) scale = Math.max(scale, Math.abs(wanted[i]));
  for (let i = 0; i < wanted.length; i++) {
    const isClose = Math.abs(found[i] - wanted[i]) <= tolerance * scale;
    demand(isClose, `${what}: found ${found[i]} at ${i}, wanted ${wanted[i]}`);
  }
}

/** What some tensors hold after a computation on one backend. */
export async function valuesOn(
  { tf, initBackend }: Platform,
  backend: "wasm" | "cpu",
  compute: () => tfjs.Tensor[],
): Promise<Float32Array[]> {
  await initBackend(backend);
  const values: Float32Array[] = [];
  tf.tidy(() => {
    for (const tensor of compute()) values.push(tensor.dataSync<"float32">());
  });
  return values;
}

/** Throws unless wasm computes what cpu does. */
export async function demandSame(
  platform: Platform,
  what: string,
  compute: () => tfjs.Tensor[],
  tolerance = 1e-5,
): Promise<void> {
  const wanted = await valuesOn(platform, "cpu", compute);
  const found = await valuesOn(platform, "wasm", compute);
  demand(found.length === wanted.length, `${what}: another number of tensors`);
  wanted.forEach((each, i) => demandClose(found[i], each, tolerance, `${what}, tensor ${i}`));
}
