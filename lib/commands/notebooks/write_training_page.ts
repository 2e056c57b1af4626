import { join } from "node:path";
import { initBackend } from "../../backend/backend.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import { loadMnist } from "../../download/load_mnist.ts";
import { trainingPage } from "../../playground/training_page.ts";

/** Writes the page that trains.
 *
 * @param folder for it
 * @returns its file name
 */
export async function writeTrainingPage(folder: string): Promise<string> {
  const name = "train.html";
  await initBackend("wasm");
  const { train } = await loadMnist();
  await writeAtomic(join(folder, name), await trainingPage(train));
  return name;
}
