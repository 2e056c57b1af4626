/** Where the files of the project are.
 *
 * @module
 */

import { fileURLToPath } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Absolute path of a file or folder of the project, wherever the process was started.
 *
 * @param parts path segments below the project's root
 *
 * @example
 * ```ts
 * import { projectPath } from "@lib/base/paths.ts";
 * import { ok } from "node:assert";
 * const { isFile } = await Deno.stat(projectPath("data", "model", "model.json"));
 * ok(isFile); // the model that comes with the project
 * ```
 */
export function projectPath(...parts: string[]): string {
  return join(root, ...parts);
}
