import { denoBundle } from "@lib/base/deno_bundle.ts";

/** A module and what it imports, as one module for browsers and Node. TensorFlow.js is left to be
 * imported.
 *
 * @param path of the module
 * @returns its source
 * @throws {Error} if Deno's bundler fails; the message is the bundler's
 */
export function bundleModule(path: string): Promise<string> {
  const left = ["--external=@tensorflow/tfjs", "--external=@tensorflow/tfjs-core"];
  return denoBundle(["--no-lock", ...left, path], path);
}
