import * as tf from "@tensorflow/tfjs";

/** Whether a graphics adapter is there that is not an emulation on the processor. */
export async function hasRealAdapter(): Promise<boolean> {
  const adapter = await findAdapter();
  return adapter !== undefined && !adapter.info.isFallbackAdapter;
}

/** Selects tfjs's webgpu backend, on whatever adapter is there, in software too.
 *
 * @throws {Error} if no adapter is there, or tfjs cannot use it
 */
export async function startWebgpu(): Promise<void> {
  if (await findAdapter() === undefined) {
    throw new Error(
      `Cannot start backend webgpu: found no graphics adapter; "auto" or "wasm" work without one`,
    );
  }
  // Imported here alone: the package takes a tenth of a second to load.
  await import("@tensorflow/tfjs-backend-webgpu");
  if (!await tf.setBackend("webgpu")) {
    throw new Error("Cannot start backend webgpu: tfjs could not use the graphics adapter");
  }
}

async function findAdapter(): Promise<GPUAdapter | undefined> {
  try {
    return await navigator.gpu?.requestAdapter() ?? undefined;
  } catch {
    return undefined;
  }
}
