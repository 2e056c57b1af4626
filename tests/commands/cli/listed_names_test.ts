import { join } from "node:path";
import { rngFromSeed } from "@lib/base/rng.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { listedNames } from "@lib/commands/cli/listed_names.ts";
import { assertEquals, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";

Deno.test("listedNames() gives the names on lines, or parted by NUL, whatever they hold", () =>
  withFolder(async (folder) => {
    const rng = rngFromSeed(91);
    const list = join(folder, "list");
    for (const [end, letters] of [["\n", "aé 𝟟#"], ["\r\n", "b ü"], ["\0", "a\n \r7"]] as const) {
      for (const count of [0, 1, 30, 20_000]) {
        const names = Array.from(
          { length: count },
          (_, i) => i + [...letters].filter(() => rng.uniform() < 0.6).join("") + ".png",
        );
        for (const last of ["", end]) {
          await Deno.writeTextFile(list, names.join(end) + (count > 0 ? last : ""));
          // A single name without an end may hold anything but what ends names.
          const isPlain = end !== "\0" || count > 1 || last !== "";
          if (isPlain) assertEquals(await Array.fromAsync(listedNames(list)), names);
        }
      }
    }
    await Deno.writeTextFile(list, "\n\na.png\n\n\nb.png\n\n");
    assertEquals(await Array.fromAsync(listedNames(list)), ["a.png", "b.png"]);
    const missing = Array.fromAsync(listedNames(join(folder, "none")));
    await assertRejects(() => missing, UsageError, "wanted a file with a name on each line");
  }));
