import { assert, assertEquals, assertMatch } from "../support/assert.ts";
import { csvRows } from "../support/csv_rows.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";

const samples = projectPath("data", "samples");
const labels: Record<string, string[]> = JSON.parse(
  await Deno.readTextFile(join(samples, "example_labels.json")),
);

Deno.test("deno task postal reads envelopes to CSV, and marks all that it may have misread", async () => {
  const { code, stdout, stderr } = await runTask("postal", []);
  assertEquals([code, stderr], [0, ""]);
  const [header, ...rows] = csvRows(stdout);
  assertEquals(header, ["file", "code", "confidence", "check", "why"]);
  assertEquals(rows.length, 5);
  for (const [file, postal, confidence, check, why] of rows) {
    const [written] = labels[`envelopes/${file}`];
    if (check === "no") assertEquals([postal, why], [written, ""], file);
    else assert(check === "yes" && why !== "", file);
    assertMatch(confidence, /^[01]\.\d\d$/);
  }
  const marked = rows.filter(([, , , check]) => check === "yes").map(([file]) => file);
  assert(marked.includes("letter_4.jpg"), "a digit that people did not agree on");
  assert(marked.includes("letter_5.jpg") && rows[4][4] === "found 4 digits, wanted 5");
  assert(marked.length < rows.length, "not all are left to people");
});

Deno.test("deno task postal takes a folder, and marks what cannot be read", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(join(folder, "post"));
    await Deno.copyFile(join(samples, "envelopes", "letter_1.jpg"), join(folder, "post", "a.jpg"));
    await Deno.writeTextFile(join(folder, "post", "b.jpg"), "");
    const { code, stdout } = await runTask("postal", ["post"], { folder });
    const [, first, second] = csvRows(stdout);
    assertEquals([code, first.slice(0, 2)], [1, ["a.jpg", "40268"]]);
    assertEquals(second.slice(0, 4), ["b.jpg", "", "", "yes"]);
    assertMatch(second[4], /found an empty file/);
    const none = await runTask("postal", ["none"], { folder });
    assertEquals([none.code, none.stdout], [1, ""]);
    assertMatch(none.stderr, /^postal: Cannot read .*none: found no such file\n$/);
  }));
