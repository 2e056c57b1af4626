import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { kernelChecks } from "./kernel_checks.ts";
import { packagedKernels } from "./packaged_kernels.ts";

/** The least version of Node that the package is for. */
const least = 20;

const hasNode = await nodeVersion() >= least;
const names = kernelChecks({ tf, initBackend }).map(({ name }) => name);

/** 0 where there is none. */
async function nodeVersion(): Promise<number> {
  const command = new Deno.Command("node", { args: ["--version"], stderr: "null" });
  const { success, stdout } = await command.output().catch(() => ({
    success: false,
    stdout: new Uint8Array(),
  }));
  return success ? Number.parseInt(new TextDecoder().decode(stdout).slice(1)) : 0;
}

/** Runs a program to its end; what it prints. */
async function outputOf(program: string, args: string[], cwd: string): Promise<string> {
  const command = new Deno.Command(program, { args, cwd, env: { NO_COLOR: "1" } });
  const { success, stdout, stderr } = await command.output();
  const text = new TextDecoder();
  assert(success, text.decode(stderr));
  return text.decode(stdout);
}

/** A user's project for Node, with the package and with tfjs as npm lays it out. */
async function makeProject(folder: string): Promise<void> {
  const project = { type: "module", dependencies: { "@tensorflow/tfjs": tf.version.tfjs } };
  await Deno.writeTextFile(join(folder, "package.json"), JSON.stringify(project));
  await Deno.copyFile(projectPath("deno.lock"), join(folder, "deno.lock")); // for the versions
  const install = ["install", "--quiet", "--node-modules-dir=auto"];
  await outputOf(Deno.execPath(), install, folder);
  const { checks } = await packagedKernels(join(folder, "node_modules", "@digits", "kernels"));
  await Deno.writeTextFile(join(folder, "checks.js"), checks);
}

Deno.test({
  name: "what holds of the kernels on every platform holds in Node" +
    (hasNode ? "" : `: skipped, there is no Node from ${least} on`),
  ignore: !hasNode,
  fn: () =>
    withFolder(async (folder) => {
      await makeProject(folder);
      const code = `
        import * as tf from "@tensorflow/tfjs";
        import { initBackend } from "@digits/kernels";
        import { runChecks } from "./checks.js";
        console.log(JSON.stringify(await runChecks({ tf, initBackend })));`;
      const printed = await outputOf("node", ["--input-type=module", "--eval", code], folder);
      const last = printed.trimEnd().split("\n").at(-1)!; // below tfjs's own advertisement
      assertEquals(JSON.parse(last), names.map((name) => ({ name, failure: "" })));
    }),
});
