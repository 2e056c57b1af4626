import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { standInPath, writablePath } from "@lib/base/writable_path.ts";
import { captured } from "../commands/captured.ts";
import { assertEquals } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";

Deno.test("writablePath() is the project's own path where it can be written to, and makes nothing", async () => {
  const name = crypto.randomUUID();
  assertEquals(await writablePath(["data", name, "a"]), projectPath("data", name, "a"));
  assertEquals(await Deno.stat(projectPath("data", name)).catch(() => "nothing"), "nothing");
});

Deno.test("writablePath() stands in for what cannot be written to, and says so in a line", () =>
  withFolder(async (folder) => {
    const closed = join(folder, "file"); // nobody can make a folder in a file
    await Deno.writeTextFile(closed, "");
    const path = (...parts: string[]): string => join(closed, ...parts);
    let found = "";
    const { stderr } = await captured(async () => {
      found = await writablePath(["data", "runs", "smoke"], { path });
      return 0;
    });
    assertEquals(found, join(tmpdir(), "digits", "data", "runs", "smoke"));
    assertEquals(found, standInPath("data", "runs", "smoke"));
    assertEquals(stderr, `${path("data", "runs")} cannot be written to: results go to ${found}`);
  }));
