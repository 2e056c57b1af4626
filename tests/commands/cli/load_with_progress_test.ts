import { join } from "node:path";
import { assertEquals, assertRejects } from "../../support/assert.ts";
import { digitCsv } from "../../support/digit_csv.ts";
import { writeImageFolder } from "../../support/image_folder.ts";
import { withFolder } from "../../support/with_folder.ts";
import { digits } from "../../support/written_digits.ts";
import { subset } from "@lib/download/dataset.ts";
import { loadWithProgress } from "@lib/commands/cli/load_with_progress.ts";

const few = subset(digits, [...Array(30).keys()]);

Deno.test("loadWithProgress() loads what a word or a path stands for", () =>
  withFolder(async (folder) => {
    assertEquals((await loadWithProgress("package", ["test"])).test.size, 10_000);
    await Deno.writeTextFile(join(folder, "test.csv"), digitCsv(few));
    assertEquals((await loadWithProgress(folder, ["test"])).test, few);
  }));

Deno.test("loadWithProgress() stops where it is interrupted, whatever it reads", async () => {
  const ways: ((folder: string) => Promise<unknown>)[] = [
    (folder) => writeImageFolder(folder, few),
    (folder) => Deno.writeTextFile(join(folder, "train.csv"), digitCsv(few)),
  ];
  for (const write of ways) {
    await withFolder(async (folder) => {
      await write(folder);
      const signal = AbortSignal.abort(new DOMException("Interrupted", "AbortError"));
      const error = await assertRejects(() => loadWithProgress(folder, ["train"], signal), Error);
      assertEquals(String(error), "AbortError: Interrupted");
    });
  }
});
