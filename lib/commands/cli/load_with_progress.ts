import { isAbsolute } from "node:path";
import { type DataPart, loadData, type LoadedData } from "../../preprocess/load_data.ts";
import { terminalProgress } from "./progress.ts";

/** Loads the images that `--data` names. Where they are the user's own, which may take minutes, a line on
 * stderr shows how far it is.
 *
 * @param from as `dataFrom` gives it
 * @param parts what the command needs of them
 * @param signal stops the reading
 * @throws what `loadData` throws, or the signal's reason if it is aborted
 */
export async function loadWithProgress<Part extends DataPart>(
  from: string,
  parts: readonly Part[],
  signal?: AbortSignal,
): Promise<LoadedData<Part>> {
  if (!isAbsolute(from)) return await loadData(from, parts); // a word
  const { result } = await terminalProgress().run(
    "data",
    (update) =>
      loadData(from, parts, (fraction, news) => {
        signal?.throwIfAborted();
        update(fraction, news);
      }),
  );
  return result;
}
