import { denoBundle } from "../base/deno_bundle.ts";
import { projectPath } from "../base/paths.ts";

/** A program of a page with all that it imports, as one script for browsers.
 *
 * @param path of the module
 * @returns its source
 * @throws {Error} if Deno's bundler fails; the message is the bundler's
 */
export function bundleProgram(path: string): Promise<string> {
  // In the project, for the lock, by which nothing is asked of any registry.
  return denoBundle(["--frozen", "--format=iife", "--minify", path], path, projectPath());
}
