import { join } from "node:path";
import { sha256 } from "@lib/base/sha256.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";

/** The name of a file for what hangs on some plain data, the same for the same data. */
export function nameFor(data: object): string {
  return sha256(new TextEncoder().encode(JSON.stringify(data))).slice(0, 16);
}

/** What was computed before, from its file, or else computed and put there: a benchmark that was killed goes on from
 * it.
 *
 * @param key all that it hangs on
 * @param compute gives plain data */
export async function kept<Value>(
  folder: string,
  key: object,
  compute: () => Promise<Value>,
): Promise<Value> {
  const path = join(folder, `${nameFor(key)}.json`);
  try {
    return JSON.parse(await Deno.readTextFile(path)) as Value;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const value = await compute();
  await writeAtomic(path, JSON.stringify(value));
  return value;
}
