/** Compiles the AssemblyScript sources beside this file into `kernels.ts`, which is committed with
 * them: `deno task build`. The compiler is fetched for this alone: it is pinned here and in
 * `build.lock`, and no import of the project leads to it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const compiler = "npm:assemblyscript@0.28.20/asc";
const here = fileURLToPath(new URL(".", import.meta.url));

/** The two modules: relaxed SIMD has a fused multiply-add, plain SIMD runs everywhere. */
export const modules = [
  {
    name: "relaxed",
    what: "With the fused multiply-add of relaxed SIMD.",
    options: ["--enable", "relaxed-simd"],
  },
  { name: "plain", what: "With plain SIMD, for every engine.", options: [] },
] as const;

/** Compiles the kernels.
 *
 * Nothing of the module may live in the memory that it shares with others: no runtime, no data
 * segments, no globals. The compiler's own optimiser is off: it moves multiply-adds to where their sum
 * is used, and the engine, which keeps their order, runs out of registers (256³ in 0.68 ms for 0.61).
 *
 * @param options those of one of the `modules`
 * @returns the binary
 * @throws {SyntaxError} if the sources do not compile; the message is the compiler's
 */
export async function compileKernels(options: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await Deno.makeTempDir();
  const target = join(folder, "kernels.wasm");
  const flags = "-O0 --runtime stub --importMemory --initialMemory 1 --noAssert " +
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

/** The module of the library that holds the kernels.
 *
 * @param binaries of the `modules`, in their order
 */
export function kernelsModule(binaries: readonly Uint8Array[]): string {
  const constants = modules.map(({ name, what }, i) =>
    `/** ${what} */\nexport const ${name}: string =\n  "${binaries[i].toBase64()}";\n`
  );
  return `${head}\n${constants.join("\n")}`;
}

const head =
  `/** The SIMD kernels as WebAssembly, in base64: written by \`deno task build\`, not by hand. Text, because a
 * package may not be published with imports of bytes yet, and reading a file needs a permission.
 *
 * @module
 */
`;

if (import.meta.main) {
  const binaries = [];
  for (const { options } of modules) binaries.push(await compileKernels(options));
  const target = join(here, "kernels.ts");
  const draft = `${target}.${Deno.pid}`;
  await Deno.writeTextFile(draft, kernelsModule(binaries));
  await Deno.rename(draft, target); // another process may be reading the old one
}
