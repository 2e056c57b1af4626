/** Where notebooks put what they make.
 *
 * @module
 */

import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkWritable } from "./check_writable.ts";
import { projectPath } from "./paths.ts";

/** What stands in for a path of the project that cannot be written to: the same in the system's folder for
 * temporary files.
 *
 * @param parts path segments below the project's root
 */
export function standInPath(...parts: string[]): string {
  return join(tmpdir(), "digits", ...parts);
}

/** A path of the project to write to. Where the project cannot be written to, a line on the console says so, and
 * the path is that of a stand-in, where `loadTrainedModel` looks as well.
 *
 * @param parts path segments below the project's root, of a file or a folder that need not be there yet
 * @param options.path gives the path for the segments; the project's own by default
 * @returns absolute
 * @throws {Error} if neither can be written to
 *
 * @example
 * ```ts
 * import { writablePath } from "@lib/base/writable_path.ts";
 * import { match } from "node:assert";
 * match(await writablePath(["data", "runs", "quick"]), /data.runs.quick$/);
 * ```
 */
export async function writablePath(
  parts: readonly string[],
  { path = projectPath }: { readonly path?: (...parts: string[]) => string } = {},
): Promise<string> {
  const own = path(...parts);
  try {
    await checkWritable(dirname(own), "");
    return own;
  } catch {
    const other = standInPath(...parts);
    await checkWritable(dirname(other), "copy the project to where it can be written to");
    // deno-lint-ignore no-console -- whoever runs a notebook sees it below the cell
    console.error(`${dirname(own)} cannot be written to: results go to ${other}`);
    return other;
  }
}
