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
    assertEquals(
      await annotationPaths(out, inputs, false),
      wanted.map((name) => join(out, name)),
    );
    assertEquals([...Deno.readDirSync(folder)], [], "nothing is left behind");
  }));

Deno.test("annotationPaths() takes a picture's name for one image only", () =>
  withFolder(async (folder) => {
    const one = await imageInputs(["a.png"]);
    const png = join(folder, "out.png");
    assertEquals(await annotationPaths(png, one, true), [png]);
    await assertRejects(() => annotationPaths(png, one, false), UsageError, "wanted a folder");
    const tiff = join(folder, "out.tiff");
    await assertRejects(() => annotationPaths(tiff, one, true), UsageError, "wanted .png, .jpg");
    await Deno.mkdir(png);
    assertEquals(await annotationPaths(png, one, true), [join(png, "a.png")]);
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
