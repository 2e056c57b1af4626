import { assertEquals, assertRejects } from "../support/assert.ts";
import { join } from "node:path";
import { profileNamed } from "@lib/base/profile.ts";
import { loadTrainingRecord, saveTrainingRecord } from "@lib/model/training_record.ts";
import { withFolder } from "../support/with_folder.ts";

const record = {
  ...{ profile: profileNamed("best"), data: "a folder", finished: "2026-11-23", seconds: 9.5 },
  ...{ workers: 2, backend: "wasm", validationAccuracy: 0.99, testAccuracy: 0.98 },
};

Deno.test("a training record is loaded as it was saved", () =>
  withFolder(async (folder) => {
    assertEquals(await loadTrainingRecord(folder), undefined);
    await saveTrainingRecord(folder, record);
    assertEquals(await loadTrainingRecord(folder), record);
  }));

Deno.test("a training record that is damaged is told from one that is missing", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "training.json"), "{");
    await assertRejects(() => loadTrainingRecord(folder), SyntaxError);
  }));
