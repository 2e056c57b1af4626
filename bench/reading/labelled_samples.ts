import { join } from "node:path";

/** A photograph, and what is written on it. */
export interface LabelledSample {
  readonly path: string;
  readonly text: string;
}

/** The photographs of a folder.
 *
 * @param folder with images and `labels.tsv`: a head, then a file's name and what it says in each line
 */
export async function labelledSamples(folder: string): Promise<LabelledSample[]> {
  const [, ...rows] = (await Deno.readTextFile(join(folder, "labels.tsv"))).trim().split("\n");
  return rows.map((row) => {
    const [file, text] = row.split("\t");
    return { path: join(folder, file), text };
  });
}
