import * as tf from "@tensorflow/tfjs";

/** Selects tfjs's plain JavaScript backend: always there, hundreds of times slower than wasm at
 * training.
 *
 * @throws {Error} if tfjs refuses it
 */
export async function startCpu(): Promise<void> {
  if (!await tf.setBackend("cpu")) {
    throw new Error("Cannot start backend cpu: tfjs refused it");
  }
  // Its first write would print an advertisement for a package that Deno cannot use.
  (tf.backend() as unknown as { firstUse: boolean }).firstUse = false;
}
