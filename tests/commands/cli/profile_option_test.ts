import { assertEquals, assertThrows } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import { notebookProfile, profileNamed } from "@lib/base/profile.ts";
import { UsageError } from "@lib/commands/cli/arguments.ts";
import { profileOption } from "@lib/commands/cli/profile_option.ts";

Deno.test("profileOption() takes a name, nothing, or a file", () =>
  withFolder(async (folder) => {
    assertEquals(profileOption(undefined), profileNamed("quick"));
    assertEquals(profileOption("best"), profileNamed("best"));
    const mine = { ...profileNamed("best"), name: "mine", momentum: 0.8 };
    const path = join(folder, "mine.json");
    await Deno.writeTextFile(path, JSON.stringify(mine));
    assertEquals(profileOption(path), mine);
    assertThrows(() => profileOption(path, notebookProfile), UsageError, "must be smoke");
    await Deno.writeTextFile(path, JSON.stringify({ ...mine, momentum: 1 }));
    assertThrows(() => profileOption(path), UsageError, `Cannot take profile ${path}: momentum`);
    const missing = join(folder, "none.json");
    assertThrows(() => profileOption(missing), UsageError, `Cannot read profile ${missing}: found`);
    assertThrows(() => profileOption("fast"), UsageError, 'Cannot use profile "fast"');
  }));
