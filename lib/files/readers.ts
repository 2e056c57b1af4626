import { initBackend } from "../backend/backend.ts";
import type { LayersModel } from "../backend/layers_model.ts";
import { loadHandwritingModel } from "../model/load_handwriting_model.ts";
import { loadLineReader } from "../model/load_line_reader.ts";
import type { ReadOptions } from "../predict/read_image.ts";

/** What files are read by, and how: values that can be sent to a worker. */
export interface ReadersSetup extends Omit<ReadOptions, "lineReader"> {
  /** The folder of a model that reads alone; the shipped two read together by default. */
  readonly folder?: string | undefined;
}

/** What `readPages` takes, loaded. */
export interface Readers {
  readonly model: LayersModel;
  readonly options: ReadOptions;
  /** Gives the memory back. */
  readonly dispose: () => void;
}

/** Starts the backend and loads the models.
 *
 * @throws {Error} if there is no model
 * @throws {TypeError} if the model's shape is not that of a reader of digits
 */
export async function loadReaders({ folder, ...known }: ReadersSetup): Promise<Readers> {
  await initBackend();
  const model = await loadHandwritingModel(folder);
  // A model of the user's own is shown for what it reads alone.
  const lineReader = folder === undefined ? await loadLineReader() : undefined;
  const dispose = (): void => {
    model.dispose();
    lineReader?.dispose();
  };
  return { model, options: { ...known, ...(lineReader && { lineReader }) }, dispose };
}
