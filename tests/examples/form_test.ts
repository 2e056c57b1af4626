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

Deno.test("deno task form reads every field to CSV, and marks all that it may have misread", async () => {
  const { code, stdout, stderr } = await runTask("form", []);
  assertEquals([code, stderr], [0, ""]);
  const [header, ...rows] = csvRows(stdout);
  assertEquals(header, ["file", "field", "text", "confidence", "check", "why"]);
  const names = ["date of birth", "account number", "postal code"];
  assertEquals(rows.map(([, field]) => field), [...names, ...names]);
  rows.forEach(([file, field, text, , check, why], i) => {
    const written = labels[`forms/${file}`][i % 3];
    if (check === "no") assertEquals([text, why], [written, ""], `${file}, ${field}`);
    else assert(check === "yes" && why !== "", `${file}, ${field}`);
  });
  assert(rows.some(([, , , , check]) => check === "no"), "not all are left to people");
  assertEquals(rows[4].at(-1), "found 5 digits, wanted 6");
  assertEquals(rows[5].slice(2), ["", "0.00", "yes", "found 0 digits, wanted 5"]);
});

Deno.test("deno task form takes a layout and forms, and marks what cannot be read", () =>
  withFolder(async (folder) => {
    await Deno.copyFile(join(samples, "forms", "form_1.jpg"), join(folder, "a.jpg"));
    await Deno.writeTextFile(join(folder, "b.jpg"), "<html>");
    const field = { field: "account", digits: 6, x: 0.118, y: 0.397, width: 0.591, height: 0.206 };
    await Deno.writeTextFile(join(folder, "one.json"), JSON.stringify([field]));
    const { code, stdout } = await runTask("form", ["one.json", "a.jpg", "b.jpg"], { folder });
    const [, first, second, ...others] = csvRows(stdout);
    assertEquals([code, first.slice(0, 3), others], [1, ["a.jpg", "account", "774837"], []]);
    assertEquals(second.slice(0, 5), ["b.jpg", "", "", "", "yes"]);
    assertMatch(second[5], /found an HTML page/);
    const none = await runTask("form", ["none.json", "a.jpg"], { folder });
    assertEquals([none.code, none.stdout], [1, ""]);
  }));
