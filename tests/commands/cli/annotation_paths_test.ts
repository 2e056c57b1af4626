import { assertEquals, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import { annotationPaths } from "@lib/commands/cli/annotation_paths.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { imageInputs } from "@lib/commands/cli/image_inputs.ts";

Deno.test("annotationPaths() gives each image a file of its own in a folder", () =>
  withFolder(async (folder) => {
    const names = ["a/1.tiff", "a/1.png", "b/1.PNG", "b/2.jpg", "c/2.JPG", "-"];
    const inputs = await imageInputs(names, false);
    const wanted = ["1.png", "1-2.png", "1-3.png", "2.jpg", "2-2.JPG", "standard_input.png"];
    const out = join(folder, "out");
    const pathOf = await annotationPaths(out, inputs, false);
    const paths = await Promise.all(names.map((_, i) => pathOf(i, "")));
    assertEquals(paths, wanted.map((name) => join(out, name)));
    assertEquals([...Deno.readDirSync(folder)], [], "nothing is left behind");
  }));

Deno.test("annotationPaths() takes a picture's name for one image only", () =>
  withFolder(async (folder) => {
    const one = await imageInputs(["a.png"]);
    const png = join(folder, "out.png");
    assertEquals(await (await annotationPaths(png, one, true))(0, ""), png);
    await assertRejects(() => annotationPaths(png, one, false), UsageError, "wanted a folder");
    const tiff = join(folder, "out.tiff");
    await assertRejects(() => annotationPaths(tiff, one, true), UsageError, "wanted .png, .jpg");
    await Deno.mkdir(png);
    assertEquals(await (await annotationPaths(png, one, true))(0, ""), join(png, "a.png"));
  }));

Deno.test("annotationPaths() gives each page of a document a file of its own", () =>
  withFolder(async (folder) => {
    const scans = join(folder, "scans");
    await Deno.mkdir(scans);
    await Deno.writeTextFile(join(scans, "a#3.png"), "an image to be read");
    const names = ["a.pdf", "b/A.tiff", "a#1.jpg", "a#2.tiff", join(scans, "a#3.png")];
    const inputs = await imageInputs(names, false);
    const out = join(folder, "out");
    const pathOf = await annotationPaths(out, inputs, false);
    const pages = [[0, 1], [0, 2], [0, 3], [1, 1], [1, 2], [2, 0], [3, 0], [4, 0]];
    const paths: string[] = [];
    for (const [i, page] of pages) paths.push(await pathOf(i, page === 0 ? "" : `#${page}`));
    const wanted = ["a#1.png", "a#2-2.png", "a#3-2.png", "A-2#1.png", "A-2#2.png"];
    assertEquals(paths.slice(0, 5), wanted.map((name) => join(out, name)));
    assertEquals(new Set(paths.map((path) => path.toLowerCase())).size, pages.length);
    const one = await annotationPaths(join(folder, "x.jpg"), await imageInputs(["a.pdf"]), true);
    assertEquals(await one(0, "#7"), join(folder, "x#7.jpg"));
  }));

Deno.test("annotationPaths() lets no page write over an image that is read", () =>
  withFolder(async (folder) => {
    const files = ["a.pdf", "a#1.tiff", "link"].map((name) => join(folder, name));
    const out = join(folder, "out");
    await Deno.mkdir(out);
    for (const file of files) await Deno.writeTextFile(file, "");
    await Deno.link(files[2], join(out, "a#2.png"));
    const pathOf = await annotationPaths(out, await imageInputs(files, false), false);
    assertEquals(await pathOf(0, "#1"), join(out, "a#1-2.png"));
    assertEquals(await pathOf(0, "#2"), join(out, "a#2-2.png"));
    assertEquals(await pathOf(0, "#3"), join(out, "a#3.png"));
  }));

Deno.test("annotationPaths() refuses to write over an image, by whichever name", () =>
  withFolder(async (folder) => {
    const photo = join(folder, "photo.png");
    await Deno.writeTextFile(photo, "");
    const inputs = await imageInputs([photo]);
    const others = [photo, folder, join(folder, ".", "photo.png")];
    if (Deno.build.os !== "windows") {
      await Deno.symlink(photo, join(folder, "link.png"));
      await Deno.link(photo, join(folder, "same.jpg"));
      others.push(join(folder, "link.png"), join(folder, "same.jpg"));
    }
    for (const out of others) {
      await assertRejects(() => annotationPaths(out, inputs, true), UsageError, "to be read", out);
    }
  }));

Deno.test("annotationPaths() says that nothing can be written there", () =>
  withFolder(async (folder) => {
    const file = join(folder, "file");
    await Deno.writeTextFile(file, "");
    const inputs = await imageInputs(["a.png"]);
    const out = join(file, "out.png");
    await assertRejects(() => annotationPaths(out, inputs, true), Error, "with --annotate");
  }));
