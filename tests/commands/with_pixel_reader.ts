import { withFolder } from "../support/with_folder.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { saveModel } from "@lib/model/save_model.ts";
import { pixelReader } from "../evaluate/support.ts";

/** Runs a test with a folder that holds a model which reads the digit off the one pixel of the first ten that is
 * inked. The corners of MNIST's images are blank, so that it reads a 0 always there. */
export async function withPixelReader(test: (folder: string) => Promise<void>): Promise<void> {
  await initBackend("wasm");
  const model = pixelReader();
  await withFolder(async (folder) => {
    await saveModel(model, folder);
    await test(folder);
  });
  model.dispose();
}
