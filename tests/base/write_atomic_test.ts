import { assert, assertEquals, assertMatch, assertRejects } from "../support/assert.ts";
import { join } from "node:path";
import { writeAtomic } from "@lib/base/write_atomic.ts";

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const namesIn = (folder: string): string[] => [...Deno.readDirSync(folder)].map((it) => it.name);

Deno.test("writeAtomic() writes bytes and text, and leaves nothing else in the folder", () =>
  inFolder(async (folder) => {
    await writeAtomic(join(folder, "bytes"), new Uint8Array([0, 255]));
    assertEquals(await Deno.readFile(join(folder, "bytes")), new Uint8Array([0, 255]));
    await writeAtomic(join(folder, "text"), "Ziffer – 数字");
    assertEquals(await Deno.readTextFile(join(folder, "text")), "Ziffer – 数字");
    assertEquals(namesIn(folder).sort(), ["bytes", "text"]);
  }));

Deno.test("writeAtomic() makes the folders that are missing", () =>
  inFolder(async (folder) => {
    const path = join(folder, "a", "b", "file");
    await writeAtomic(path, "content");
    assertEquals(await Deno.readTextFile(path), "content");
  }));

Deno.test("writeAtomic() replaces a longer file whole", () =>
  inFolder(async (folder) => {
    const path = join(folder, "file");
    await writeAtomic(path, "a longer content");
    await writeAtomic(path, "short");
    assertEquals(await Deno.readTextFile(path), "short");
  }));

Deno.test("writeAtomic() replaces the file by another: who has the old one open reads on in it", () =>
  inFolder(async (folder) => {
    const path = join(folder, "file");
    await writeAtomic(path, "old");
    using open = await Deno.open(path);
    await writeAtomic(path, "new");
    const bytes = new Uint8Array(8);
    const length = await open.read(bytes);
    assertEquals(new TextDecoder().decode(bytes.subarray(0, length ?? 0)), "old");
  }));

Deno.test("writeAtomic() that fails says so in a line with what to do, and leaves no temporary file", () =>
  inFolder(async (folder) => {
    const taken = join(folder, "taken");
    await Deno.mkdir(taken);
    await Deno.writeTextFile(join(folder, "file"), "");
    const inFile = join(folder, "file", "new"); // nobody can make a folder in a file
    for (const path of [taken, inFile, join(inFile, "new")]) {
      const { message, cause } = await assertRejects(() => writeAtomic(path, "content"), Error);
      assertMatch(
        message,
        /^Cannot write to [^\n]*: found "[^"']+", wanted a folder to write to; copy /,
      );
      assert(message.includes(path) && cause instanceof Error);
      await assertRejects(() => writeAtomic(path, "", "take care"), Error, "write to; take care");
    }
    assertEquals(namesIn(folder).sort(), ["file", "taken"]);
  }));
