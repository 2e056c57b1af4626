import { assertEquals } from "../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";

const text = (...path: string[]): Promise<string> => Deno.readTextFile(projectPath(...path));
const { exports, version } = JSON.parse(await text("deno.json"));

Deno.test("deno.json exports modules of lib/, each under its path with hyphens", async () => {
  for (const [name, path] of Object.entries<string>(exports)) {
    assertEquals(`./lib${name.slice(1).replaceAll("-", "_")}.ts`, path);
    await Deno.stat(projectPath(path));
  }
  assertEquals(version.split(".").length, 3);
});

Deno.test("deno task start fetches nothing that only tests and builds need", async () => {
  // `deno task` fetches every package that is in the lock.
  const { npm } = JSON.parse(await text("deno.lock"));
  const needless = /^(?:assemblyscript|binaryen|esbuild|@esbuild\/[^@]+|fast-check|jasmine-core)@/;
  assertEquals(Object.keys(npm).filter((name) => needless.test(name)), []);
});
