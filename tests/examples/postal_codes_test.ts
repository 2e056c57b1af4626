import { assert, assertEquals, assertMatch } from "../support/assert.ts";
import { csvRows } from "../support/csv_rows.ts";
import { runTask } from "../support/run_task.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

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

/** The codes of the sample envelopes, among others drawn by lot. */
function listOf(written: readonly string[]): string {
  const rng = rngFromSeed(7);
  const others = Array.from({ length: 500 }, () => `${rng.integer(100_000)}`.padStart(5, "0"));
  return [...written, ...others].sort().join("\r\n");
}

/** File, code, confidence, check, why of each sample envelope. */
async function withCodes(folder: string, list: string): Promise<string[][]> {
  await Deno.writeTextFile(join(folder, "list.txt"), list);
  const envelopes = join(samples, "envelopes");
  const { code, stdout } = await runTask("postal", ["--codes", "list.txt", envelopes], { folder });
  assertEquals(code, 0);
  return csvRows(stdout).slice(1);
}

Deno.test("deno task postal leaves less to people where the codes are known, and what is on no list", () =>
  withFolder(async (folder) => {
    const { stdout } = await runTask("postal", []);
    const marked = csvRows(stdout).slice(1).filter(([, , , check]) => check === "yes");
    const written = Object.keys(labels).filter((file) => file.startsWith("envelopes/"))
      .map((file) => labels[file][0]).filter(({ length }) => length === 5);
    const rows = await withCodes(folder, listOf(written));
    const left = rows.filter(([, , , check]) => check === "yes");
    assert(left.length < marked.length, `${left.length} of ${marked.length}`);
    for (const [file, postal, , check] of rows) {
      if (check === "no") assertEquals(postal, labels[`envelopes/${file}`][0], file);
    }
    const [first, ...others] = await withCodes(folder, written.slice(1).join("\n"));
    assertEquals(first.slice(3), ["yes", "is not on the list"]);
    assertEquals(others.map((row) => row.slice(0, 2)), rows.slice(1).map((row) => row.slice(0, 2)));
  }));

Deno.test("deno task postal refuses a list that is none, and tells how it is used", () =>
  withFolder(async (folder) => {
    for (const [list, found] of [["", "no code"], ["40268\n\n4026\n", '"4026" on line 3']]) {
      await Deno.writeTextFile(join(folder, "list.txt"), list);
      const { code, stdout, stderr } = await runTask("postal", ["--codes", "list.txt"], { folder });
      assertEquals([code, stdout], [1, ""]);
      assert(stderr.includes(`found ${found}, wanted 5 digits a line`), stderr);
    }
    assertEquals((await runTask("postal", ["one", "two"], { folder })).code, 2);
    assertMatch((await runTask("postal", ["--help"], { folder })).stdout, /--codes FILE/);
  }));
