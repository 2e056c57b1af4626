import { projectPath } from "../base/paths.ts";

/** A program of a page with all that it imports, as one script for browsers.
 *
 * @param path of the module
 * @returns its source
 * @throws {Error} if Deno's bundler fails; the message is the bundler's
 */
export async function bundleProgram(path: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--frozen", "--platform=browser", "--format=iife", "--minify"],
      path,
    ],
    cwd: projectPath(), // for the lock, by which nothing is asked of any registry
    env: { NO_COLOR: "1" },
    stderr: "piped",
  }).output();
  const text = new TextDecoder();
  if (!success) throw new Error(`Cannot bundle ${path}: ${text.decode(stderr)}`);
  return text.decode(stdout);
}
