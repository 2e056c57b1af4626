import { cpus } from "node:os";
import * as tf from "@tensorflow/tfjs";
import { projectPath } from "@lib/base/paths.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";

/** What a benchmark found. */
export interface Measured {
  /** For people, in Markdown. */
  readonly table: string;
  /** For programs. */
  readonly results: object;
}

/** Writes what was measured to `bench/results/NAME.json`, with the machine, the versions, the day.
 *
 * @returns all of it */
export async function writeResults(name: string, results: object): Promise<object> {
  const content = {
    machine: { processor: cpus()[0].model.trim(), cores: navigator.hardwareConcurrency },
    versions: { deno: Deno.version.deno, tfjs: tf.version_core },
    measured: new Date().toISOString().slice(0, 10),
    ...results,
  };
  const path = projectPath("bench", "results", `${name}.json`);
  await writeAtomic(path, `${JSON.stringify(content, null, 2)}\n`);
  return content;
}
