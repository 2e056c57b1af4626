/** Compiles the AssemblyScript sources beside this file into the two modules that are committed with
 * them: `deno task build`. */
import { main } from "assemblyscript/asc";

const here = new URL(".", import.meta.url);

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
  let binary: Uint8Array | undefined;
  const flags = "index.ts -O3 --runtime stub --importMemory --initialMemory 1 --noAssert " +
    "--enable simd --enable bulk-memory --outFile kernels.wasm";
  const { error, stderr } = await main([...flags.split(" "), ...options], {
    readFile: readSource,
    writeFile: (_name, contents) => {
      binary = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) {
    throw new SyntaxError(`Cannot compile the SIMD kernels: ${stderr}`);
  }
  return new Uint8Array(binary);
}

/** A source, by its path under `assembly/`; null where there is none, as while the compiler looks
 * for its own library. */
async function readSource(name: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(new URL(`assembly/${name}`, here));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

if (import.meta.main) {
  for (const { file, options } of modules) {
    const binary = await compileKernels(options);
    const target = new URL(file, here);
    const draft = new URL(`${file}.${Deno.pid}`, here);
    await Deno.writeFile(draft, binary);
    await Deno.rename(draft, target); // another process may be reading the old one
  }
}
