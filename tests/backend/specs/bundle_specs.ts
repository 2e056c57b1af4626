import { build, type Plugin, stop } from "esbuild";
import alea from "seedrandom/lib/alea.js" with { type: "text" };

const core = "@tensorflow/tfjs-core";

/** Bundles specs that tfjs-core ships in its package into one module.
 *
 * Bundled they bring their own copy of tfjs-core along; but the engine, the kernels and the backends are
 * the process's, whichever copy asks for them.
 *
 * @param files paths in the package's `dist/`, without `.js`
 * @returns the module's source
 */
export async function bundleSpecs(files: readonly string[]): Promise<string> {
  try {
    const { outputFiles } = await build({
      stdin: { contents: importsOf(["set-up", ...files.map((file) => `${core}/dist/${file}`)]) },
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      ignoreAnnotations: true, // the package marks as unneeded what registers chained operations
      plugins: [fromPackages],
      logLevel: "error",
    });
    return outputFiles[0].text;
  } finally {
    await stop();
  }
}

/** What must run before the specs: it brings gradients and chained operations, and says that the specs
 * are to run on wasm. */
const setUp = `
  ${
  importsOf(["register_all_gradients", "public/chained_ops/register_all_chained_ops"]
    .map((file) => `${core}/dist/${file}`))
}
  import { setTestEnvs } from "${core}/dist/jasmine_util";
  setTestEnvs([{ name: "wasm", backendName: "wasm", isDataSync: true }]);
`;

function importsOf(files: readonly string[]): string {
  return files.map((file) => `import "${file}";`).join("\n");
}

/** Takes every call, and gives itself. */
const standIn = `
  const any = new Proxy(() => any, { get: (_, name) => name === "__esModule" ? false : any });
  module.exports = any;
`;

/** Loads the files of the packages as raw imports, wherever Deno keeps them. */
const fromPackages: Plugin = {
  name: "packages",
  setup({ onResolve, onLoad }): void {
    onResolve({ filter: /.*/ }, ({ path, importer }) => {
      if (path === "set-up") return { namespace: "set-up", path };
      if (path === "seedrandom") return { namespace: "seedrandom", path };
      // The process has its platform already. Of the other packages, `long` serves no spec here, Node's
      // are for other platforms, and in Jasmine tfjs-core would only set a time limit.
      const isForeign = !path.startsWith(".") && !path.startsWith(core);
      if (isForeign || path.includes("/platforms/")) return { namespace: "none", path };
      const file = path.startsWith(".")
        ? new URL(path, `file:///${importer}`).pathname.slice(1)
        : path;
      return { namespace: "package", path: file.endsWith(".js") ? file : `${file}.js` };
    });
    onLoad({ filter: /.*/, namespace: "set-up" }, () => ({ contents: setUp }));
    // Of its generators, tfjs-core takes this one.
    onLoad({ filter: /.*/, namespace: "seedrandom" }, () => ({
      contents:
        `const it = { exports: {} }; ((module) => {${alea}})(it); exports.alea = it.exports;`,
    }));
    onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: standIn }));
    onLoad({ filter: /.*/, namespace: "package" }, async ({ path }) => ({
      contents: (await import(path, { with: { type: "text" } })).default,
    }));
  },
};
