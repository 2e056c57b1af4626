import { assertEquals, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import { decodeLimits } from "@lib/preprocess/decode/limits.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { loadImageFile } from "@lib/preprocess/decode/load_image_file.ts";

Deno.test("loadImageFile() gives a file's bytes", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "a.png");
    await Deno.writeFile(path, Uint8Array.of(1, 2, 3));
    assertEquals([...await loadImageFile(path)], [1, 2, 3]);
  });
});

Deno.test("loadImageFile() says what is wrong with a file, and names it", async () => {
  await withFolder(async (folder) => {
    const refuses = async (name: string, found: string): Promise<void> => {
      const path = join(folder, name);
      await assertRejects(() => loadImageFile(path), ImageError, `Cannot read ${path}: ${found}`);
    };
    await Deno.writeFile(join(folder, "empty.png"), new Uint8Array());
    const large = await Deno.create(join(folder, "large.png"));
    await large.truncate(decodeLimits.maxFileBytes + 2 ** 20);
    large.close();
    await refuses("missing.png", "found no such file");
    await refuses("empty.png/below.png", "found no such file");
    await refuses(".", "found a folder");
    await refuses("empty.png", "found an empty file");
    await refuses("large.png", "found 65.0 MiB, wanted at most 64 MiB");
  });
});

Deno.test("loadImageFile() says that it may not open a file", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "secret.png");
    await Deno.writeFile(path, Uint8Array.of(1), { mode: 0 });
    const isAllowed = await Deno.readFile(path).then(() => true, () => false);
    if (isAllowed) return; // an administrator may open everything
    await assertRejects(() => loadImageFile(path), ImageError, "permission denied");
  });
});
