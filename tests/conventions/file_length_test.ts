import { assert, assertEquals } from "../support/assert.ts";
import { projectFiles, type TextFile } from "./project_files.ts";

const limit = 250;

function tooLong(files: readonly TextFile[]): string[] {
  return files.map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

Deno.test("no source file is longer than 250 lines", async () => {
  const files = await projectFiles((path) => /^(?:lib|tests|bench)\/.*\.ts$/.test(path));
  assert(files.some(({ path }) => path === "tests/conventions/file_length_test.ts"));
  assertEquals(tooLong(files), []);
});

Deno.test("tooLong() names a file of 251 lines, not one of 250", () => {
  assertEquals(
    tooLong([
      { path: "a.ts", text: "line\n".repeat(250) },
      { path: "b.ts", text: "line\n".repeat(251) },
    ]),
    ["b.ts has 251 lines"],
  );
});
