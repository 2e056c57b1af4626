/** A module and what it imports, as one module for browsers and Node. TensorFlow.js is left to be
 * imported.
 *
 * @param path of the module
 * @returns its source
 * @throws {Error} if Deno's bundler fails; the message is the bundler's
 */
export async function bundleModule(path: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--no-lock", "--platform=browser", "--external=@tensorflow/tfjs"],
      ...["--external=@tensorflow/tfjs-core", path],
    ],
    env: { NO_COLOR: "1" },
    stderr: "piped",
  }).output();
  const text = new TextDecoder();
  if (!success) throw new Error(`Cannot bundle ${path}: ${text.decode(stderr)}`);
  return text.decode(stdout);
}
