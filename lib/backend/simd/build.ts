/** Compiles the AssemblyScript sources beside this file into the two modules that are committed with
 * them: `deno task build`. The compiler is fetched for this alone: it is pinned here and in
 * `build.lock`, and no import of the project leads to it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const compiler = "npm:assemblyscript@0.28.20/asc";
const here = fileURLToPath(new URL(".", import.meta.url));

/** The two modules: relaxed SIMD has a fused multiply-add, plain SIMD runs everywhere. */
export const modules = [
  { file: "kernels.wasm", options: ["--enable", "relaxed-simd"] },
  { file: "kernels_plain.wasm", options: [] },
] as const;

/** Compiles the kernels.
 *
 * Nothing of the module may live in the memory that it shares with others: no runtime, no data
 * segments, no globals.
 *
 * @param options those of one of the `modules`
 * @returns the binary
 * @throws {SyntaxError} if the sources do not compile; the message is the compiler's
 */
export async function compileKernels(options: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await Deno.makeTempDir();
  const target = join(folder, "kernels.wasm");
  const flags = "-O3 --runtime stub --importMemory --initialMemory 1 --noAssert " +
    "--enable simd --enable bulk-memory";
  try {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-config", "--frozen", `--lock=${join(here, "build.lock")}`],
        ...["--allow-read", `--allow-write=${folder}`, "--allow-env", compiler],
        ...["--baseDir", join(here, "assembly"), "index.ts", ...flags.split(" "), ...options],
        ...["--outFile", target],
      ],
      env: { NO_COLOR: "1" },
      stdout: "null",
      stderr: "piped",
    }).output();
    if (!success) {
      throw new SyntaxError(
        `Cannot compile the SIMD kernels: ${new TextDecoder().decode(stderr)}`,
      );
    }
    return await Deno.readFile(target);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) {
  for (const { file, options } of modules) {
    const binary = await compileKernels(options);
    const target = join(here, file);
    const draft = `${target}.${Deno.pid}`;
    await Deno.writeFile(draft, binary);
    await Deno.rename(draft, target); // another process may be reading the old one
  }
}
