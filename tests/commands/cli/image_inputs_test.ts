import { assertEquals, assertRejects, assertStringIncludes } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { imageInputs } from "@lib/commands/cli/image_inputs.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";

Deno.test("imageInputs() keeps the order and the names as typed, folders opened", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(join(folder, "scans"));
    for (const name of ["2.png", "10.png"]) {
      await Deno.writeTextFile(join(folder, "scans", name), name);
    }
    const scans = join(folder, "scans");
    const inputs = await imageInputs([join(folder, "none.png"), scans, "-"], false);
    assertEquals(
      inputs.map(({ name }) => name),
      [join(folder, "none.png"), join(scans, "2.png"), join(scans, "10.png"), "-"],
    );
    assertEquals(inputs.at(-1)!.path, undefined);
    assertEquals(new TextDecoder().decode(await inputs[1].read()), "2.png");
    await assertRejects(() => inputs[0].read(), ImageError, "found no such file");
  }));

Deno.test("imageInputs() says of an empty folder that it holds no image", () =>
  withFolder(async (folder) => {
    const [input, ...others] = await imageInputs([folder], false);
    assertEquals([input.name, others], [folder, []]);
    const error = await assertRejects(() => input.read(), ImageError);
    assertStringIncludes(error.message, "found a folder without images");
  }));

Deno.test("imageInputs() takes standard input once, and not from a keyboard", async () => {
  await assertRejects(() => imageInputs(["-", "a.png", "-"], false), UsageError, "twice");
  await assertRejects(() => imageInputs(["-"], true), UsageError, "found a terminal");
  assertEquals((await imageInputs(["a.png"], true)).length, 1);
});
