/** TensorFlow.js for a page: its core, its layers and its own backends but wasm, as one module. */
export async function tfjsModule(): Promise<string> {
  return await textOf("@tensorflow/tfjs/dist/tf.fesm.min.js");
}

async function textOf(file: string): Promise<string> {
  return (await import(file, { with: { type: "text" } })).default;
}
