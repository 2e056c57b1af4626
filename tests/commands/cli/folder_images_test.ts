import { assertEquals, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import { folderImages } from "@lib/commands/cli/folder_images.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";

Deno.test("folderImages() finds images by name and by content, and sorts numbers by value", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(join(folder, "scans.png"));
    const files = {
      "page10.PNG": "",
      "page2.png": "",
      "a.jpeg": "",
      "photo": "\xff\xd8\xff",
      "document": "%PDF-1.7",
      "letter.PDF": "",
      "notes.txt": "text",
      "short": "",
      ".cache.png": "",
    };
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeFile(join(folder, name), Uint8Array.from(text, (c) => c.charCodeAt(0)));
    }
    assertEquals(await folderImages(folder), [
      "a.jpeg",
      "document",
      "letter.PDF",
      "page2.png",
      "page10.PNG",
      "photo",
    ]);
  }));

Deno.test({
  name: "folderImages() follows links to files, not to folders, and keeps broken ones",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withFolder(async (folder) => {
      await Deno.mkdir(join(folder, "inside"));
      await Deno.writeTextFile(join(folder, "a.png"), "");
      for (const [to, name] of [["a.png", "b.png"], ["inside", "c.png"], ["none", "d.png"]]) {
        await Deno.symlink(to, join(folder, name));
      }
      assertEquals(await folderImages(folder), ["a.png", "b.png", "d.png"]);
    }),
});

Deno.test("folderImages() says that a folder cannot be read", async () => {
  const missing = join("data", "none");
  const error = await assertRejects(() => folderImages(missing), ImageError);
  assertEquals(error.message, `Cannot read ${missing}: found no such file`);
});
