import { join } from "node:path";

/** The metrics that the evaluation of a run wrote.
 *
 * @param folder of the run, `data/runs/quick`
 * @param since older metrics belong to another run and are left alone
 * @returns `undefined` where there are none
 */
export async function loadMetrics(
  folder: string,
  since: Date = new Date(0),
): Promise<{ accuracy: number; interval?: readonly [number, number] } | undefined> {
  const path = join(folder, "metrics.json");
  try {
    const { mtime } = await Deno.stat(path);
    // File systems keep times to the second or better.
    if (mtime !== null && mtime.getTime() < since.getTime() - 1000) return undefined;
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
