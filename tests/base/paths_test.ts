import { assert, assertEquals } from "../support/assert.ts";
import { isAbsolute, join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";

Deno.test("projectPath() leads from anywhere to the project's own files", async () => {
  assert(isAbsolute(projectPath()));
  const config = JSON.parse(await Deno.readTextFile(projectPath("deno.json")));
  assertEquals(config.imports["@lib/"], "./lib/");
});

Deno.test("projectPath() joins its parts", () => {
  assertEquals(projectPath("data", "model"), join(projectPath(), "data", "model"));
  assertEquals(projectPath("data", "..", "lib"), projectPath("lib"));
});
