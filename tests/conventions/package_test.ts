import { assert, assertEquals } from "../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";

const text = (...path: string[]): Promise<string> => Deno.readTextFile(projectPath(...path));
/** A file as it was committed; `undefined` where git, or the history, is not there. */
async function committed(path: string): Promise<string | undefined> {
  const command = new Deno.Command("git", {
    args: ["-c", "safe.directory=*", "show", `HEAD:${path}`],
    cwd: projectPath(),
    stderr: "null",
  });
  const { success, stdout } = await command.output().catch(() => ({
    success: false,
    stdout: null,
  }));
  return success ? new TextDecoder().decode(stdout!) : undefined;
}

const { exports, version } = JSON.parse(await text("deno.json"));

/** The exported modules. */
const modules = [...new Set(Object.values<string>(exports))];

/** Names of modules that are of use without all the others, besides those by their paths. */
const short = ["./kernels"];

Deno.test("deno.json exports modules of lib/, each under its path with hyphens, some under a short name too", async () => {
  const named = Object.entries<string>(exports).filter(([name]) => !short.includes(name));
  assertEquals(named.map(([, path]) => path).sort(), modules.sort());
  for (const [name, path] of named) {
    assertEquals(`./lib${name.slice(1).replaceAll("-", "_")}.ts`, path);
    await Deno.stat(projectPath(path));
  }
  assertEquals(version.split(".").length, 3);
});

Deno.test("deno task start fetches nothing that only tests, builds, benchmarks and queues need", async () => {
  // `deno task` fetches every package that is in the lock. Tests that are run without the lock of
  // their own add theirs to the file, so what is committed counts.
  const { npm } = JSON.parse(await committed("deno.lock") ?? await text("deno.lock"));
  const needless =
    /^(?:assemblyscript|binaryen|esbuild|@esbuild\/[^@]+|fast-check|jasmine-core|pg|pg-[a-z-]+|axe-core|puppeteer-core|onnxruntime-[^@]+|tesseract\.js(?:-core)?|@tesseract\.js-data\/[^@]+|@gutenye\/[^@]+|@jax-js\/[^@]+)@/;
  assertEquals(Object.keys(npm).filter((name) => needless.test(name)), []);
});

Deno.test("deno doc --lint has nothing to say of the exported modules", async () => {
  const paths = modules.map((path) => projectPath(path));
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--quiet", "--lint", ...paths],
    cwd: projectPath(),
    env: { NO_COLOR: "1" },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
});

Deno.test("each exported module has a module comment and an example that asserts", async () => {
  for (const path of modules) {
    const source = await text(path);
    assert(
      source.startsWith("/**") && /@module/.test(source.split("*/")[0]),
      `${path}: no comment`,
    );
    const examples = source.split("@example").slice(1).map((rest) => rest.split("```")[1]);
    assert(examples.some((code) => /from "node:assert|throw new Error/.test(code)), `${path}`);
  }
});
