import { join } from "node:path";
import { assertEquals, assertMatch, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { withPixelReader } from "./with_pixel_reader.ts";

Deno.test("card writes README.md beside a model, named from where the user stands", () =>
  withPixelReader(async (folder) => {
    const { code, stdout, stderr } = await runTask("card", ["."], { folder });
    assertEquals([code, stdout], [0, "README.md\n"], stderr);
    const card = await Deno.readTextFile(join(folder, "README.md"));
    assertMatch(card, /^# Model card: the MNIST model\n/);
    assertStringIncludes(card, "7,840 parameters");
  }));

Deno.test("card without a model says where it looked and ends with 1", () =>
  withPixelReader(async (folder) => {
    const { code, stdout, stderr } = await runTask("card", [join(folder, "none")]);
    assertEquals([code, stdout], [1, ""]);
    assertMatch(stderr, /^card: Cannot load a model from .*none: found no such folder.*\n$/);
  }));
