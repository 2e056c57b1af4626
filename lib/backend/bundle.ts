/** Writes `initBackend` and the kernels as an npm package for Node and browsers, to `reports/kernels`:
 * `deno task bundle`. TensorFlow.js itself is left to be imported, so that the kernels reach the
 * user's own models. No import of the project leads here. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { denoBundle } from "@lib/base/deno_bundle.ts";
import { projectPath } from "@lib/base/paths.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import config from "../../deno.json" with { type: "json" };

const tfjs = "@tensorflow/tfjs";

/** What stands in the place of other modules while the bundle is made. */
const replaced: Readonly<Record<string, string>> = {
  // Neither Node nor browsers import bytes: the bundle holds them.
  [new URL("./wasm_binary.ts", import.meta.url).href]:
    `import bytes from "${tfjs}-backend-wasm/dist/tfjs-backend-wasm-simd.wasm" with { type: "bytes" };` +
    `export const wasmBinary = bytes;`,
  // As large as all the rest: "webgpu" works where the user has imported it.
  [`${tfjs}-backend-webgpu`]: "",
};

/** Above the bundle. tfjs asks where its module lies, though it then gets the bytes. */
const head =
  `/*! ${config.name} ${config.version}, MIT licence; with parts of TensorFlow.js, Apache ` +
  `License 2.0 */\nconst __dirname = "";\n`;

const types = `/** What TensorFlow.js can compute on. */
export type BackendName = "webgpu" | "wasm" | "cpu";
/** Selects the backend that TensorFlow.js computes on: "wasm" with fast kernels for training. */
export declare function initBackend(name?: "auto" | BackendName): Promise<BackendName>;
`;

const manifest = {
  name: "@digits/kernels",
  version: config.version,
  license: config.license,
  type: "module",
  exports: { types: "./kernels.d.ts", default: "./kernels.js" },
  peerDependencies: { [tfjs]: config.imports[tfjs].split("@").at(-1) },
};

/** Writes the package: `kernels.js`, an ES module that imports `@tensorflow/tfjs` and nothing else,
 * `kernels.d.ts`, `package.json` and `README.md`.
 *
 * @param folder is made where it is not there
 * @throws {Error} if Deno's bundler fails; the message is the bundler's
 */
export async function bundleKernels(folder: string): Promise<void> {
  await writeAtomic(join(folder, "kernels.js"), head + await bundle(folder));
  await writeAtomic(join(folder, "kernels.d.ts"), types);
  await writeAtomic(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const page = await Deno.readFile(projectPath("lib", "backend", "README.md"));
  await writeAtomic(join(folder, "README.md"), page);
}

async function bundle(folder: string): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  const drafts = await Deno.makeTempDir({ dir: folder });
  try {
    const map = join(drafts, "import_map.json");
    await Deno.writeTextFile(map, JSON.stringify({ imports: await importsBy(drafts) }));
    const out = join(drafts, "kernels.js");
    await denoBundle([
      ...["--no-lock", "--unstable-raw-imports", `--import-map=${map}`, "--minify"],
      ...[`--external=${tfjs}`, `--external=${tfjs}-core`, `--output=${out}`],
      projectPath("lib", "backend", "backend.ts"),
    ], "the kernels");
    // tfjs hands on all of its core; packages that it needs need not be there for others.
    return (await Deno.readTextFile(out)).replaceAll(`"${tfjs}-core"`, `"${tfjs}"`);
  } finally {
    await Deno.remove(drafts, { recursive: true });
  }
}

/** The imports of the project, with the files of the folder for what is `replaced`. */
async function importsBy(folder: string): Promise<Record<string, string>> {
  const root = pathToFileURL(projectPath("/"));
  const imports = Object.fromEntries(
    Object.entries(config.imports).map(([name, target]) =>
      [name, target.startsWith(".") ? new URL(target, root).href : target] as const
    ),
  );
  for (const [index, [name, source]] of Object.entries(replaced).entries()) {
    const file = join(folder, `replaced_${index}.ts`);
    await Deno.writeTextFile(file, source);
    imports[name] = pathToFileURL(file).href;
  }
  return imports;
}

if (import.meta.main) await bundleKernels(projectPath("reports", "kernels"));
