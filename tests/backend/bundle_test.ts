import { join } from "node:path";
import { bundleKernels } from "@lib/backend/bundle.ts";
import { projectPath } from "@lib/base/paths.ts";
import { assert, assertEquals } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";

Deno.test("bundleKernels() writes a package of one module that imports tfjs alone", () =>
  withFolder(async (folder) => {
    await bundleKernels(folder);
    const files = (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();
    assertEquals(files, ["README.md", "kernels.d.ts", "kernels.js", "package.json"]);
    const source = await Deno.readTextFile(join(folder, "kernels.js"));
    const imported = [...source.matchAll(/(?:from|import) ?\(?"([^"]+)"/g)].map(([, name]) => name);
    assertEquals(new Set(imported), new Set(["@tensorflow/tfjs"]));
    const manifest = JSON.parse(await Deno.readTextFile(join(folder, "package.json")));
    const { imports, version } = JSON.parse(await Deno.readTextFile(projectPath("deno.json")));
    const tfjs = "@tensorflow/tfjs";
    assertEquals(manifest.version, version);
    assertEquals(`npm:${tfjs}@${manifest.peerDependencies[tfjs]}`, imports[tfjs]);
    for (const file of Object.values<string>(manifest.exports)) await Deno.stat(join(folder, file));
  }));

Deno.test("the types of the package are those of the module", () =>
  withFolder(async (folder) => {
    await bundleKernels(folder);
    const program = join(folder, "program.ts");
    const from = (path: string): string => JSON.stringify(path);
    await Deno.writeTextFile(
      program,
      `import type * as ours from ${from(projectPath("lib", "backend", "backend.ts"))};
       import type * as theirs from ${from(join(folder, "kernels.d.ts"))};
       type Same<A, B> = [A, B] extends [B, A] ? true : never;
       export const names: Same<keyof typeof ours, keyof typeof theirs> = true;
       export const calls: Same<typeof ours.initBackend, typeof theirs.initBackend> = true;
       export const backends: Same<ours.BackendName, theirs.BackendName> = true;`,
    );
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", "--no-lock", `--config=${projectPath("deno.json")}`, program],
      env: { NO_COLOR: "1" },
    }).output();
    assert(success, new TextDecoder().decode(stderr));
  }));
