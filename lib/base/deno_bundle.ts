/** Runs Deno's bundler.
 *
 * @param options of `deno bundle`, and the module; without `--output` it writes to standard output
 * @param what is bundled, for the message: "the kernels"
 * @param cwd the folder to run in, whose configuration and lock count; the current one by default
 * @returns its standard output
 * @throws {Error} if it fails; the message is the bundler's
 */
export async function denoBundle(
  options: readonly string[],
  what: string,
  cwd?: string,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--platform=browser", ...options],
    env: { NO_COLOR: "1" },
    stderr: "piped",
    ...(cwd !== undefined && { cwd }),
  }).output();
  const text = new TextDecoder();
  if (!success) throw new Error(`Cannot bundle ${what}: ${text.decode(stderr)}`);
  return text.decode(stdout);
}
