import { join } from "node:path";
import { assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { checkWritable, makeWritable } from "@lib/base/check_writable.ts";

Deno.test("checkWritable() lets pass a folder that is there, or can be made, and leaves no trace", () =>
  withFolder(async (folder) => {
    await checkWritable(folder, "name another");
    await checkWritable(join(folder, "a", "b", "c"), "name another");
    assertEquals([...Deno.readDirSync(folder)], []);
  }));

Deno.test("checkWritable() refuses a file, and what would lie inside of one", () =>
  withFolder(async (folder) => {
    const file = join(folder, "file");
    await Deno.writeTextFile(file, "");
    for (const wrong of [file, join(file, "a", "b")]) {
      const { message } = await assertRejects(() => checkWritable(wrong, "name another"), Error);
      assertEquals(message.startsWith(`Cannot write to ${wrong}: found `), true, message);
      assertEquals(message.endsWith("; name another"), true, message);
    }
  }));

Deno.test("makeWritable() makes a folder, or says in one line that it cannot and what to do", () =>
  withFolder(async (folder) => {
    await makeWritable(join(folder, "a", "b"), "copy it");
    assertEquals([...Deno.readDirSync(join(folder, "a", "b"))], []);
    const file = join(folder, "file");
    await Deno.writeTextFile(file, "");
    for (const wrong of [file, join(file, "a")]) {
      const { message } = await assertRejects(() => makeWritable(wrong, "copy it"), Error);
      assertEquals(message.startsWith(`Cannot write to ${wrong}: found "`), true, message);
      assertEquals(message.endsWith(", wanted a folder to write to; copy it"), true, message);
      assertEquals(message.replace(`Cannot write to ${wrong}`, "").includes(wrong), false, message);
    }
  }));

Deno.test({
  name: "checkWritable() refuses a folder that must not be written to",
  // Nothing is forbidden to root.
  ignore: Deno.build.os === "windows" || Deno.uid() === 0,
  fn: () =>
    withFolder(async (folder) => {
      const closed = join(folder, "closed");
      await Deno.mkdir(closed, { mode: 0o555 });
      for (const wrong of [closed, join(closed, "a")]) {
        await assertRejects(
          () => checkWritable(wrong, "name another"),
          Error,
          `Cannot write to ${wrong}`,
        );
      }
    }),
});
