import { ProgressLine } from "@lib/commands/cli/progress.ts";
import { writeIndex } from "@lib/commands/notebooks/write_index.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { assertMatch, assertStringIncludes } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";

Deno.test("writeIndex() tells how long a run took since it began, else how long its notebooks took together", () =>
  withFolder(async (folder) => {
    const progress = new ProgressLine({ write: () => {}, inPlace: false, width: 80 });
    const course = { notebooks: folder, runs: folder, reports: folder, progress };
    const profile = profileNamed("smoke");
    const since = new Date(Date.now() - 3_600_000);
    const { index } = await writeIndex([], course, { profile, since });
    assertMatch(await Deno.readTextFile(index), /ran in 36\d\d s/); // an hour, and the test itself
    await writeIndex([], course, { profile });
    assertStringIncludes(await Deno.readTextFile(index), "ran in 0 s");
  }));
