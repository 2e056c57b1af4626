import { assertEquals } from "../support/assert.ts";
import { dirname } from "node:path";
import { projectFiles } from "./project_files.ts";

/** What one can overlook: some 25 files. */
const limit = 28;

/** Folders whose files are all of one kind. */
const ofOneKind = ["lib/backend/simd/assembly", "lib/figures"];

/** Folders of `tests/` that stand for themselves; all others mirror one of `lib/`. */
const ownTests = [
  "tests/backend/platforms",
  "tests/backend/specs",
  "tests/bench",
  "tests/bench/accuracy",
  "tests/bench/browser",
  "tests/bench/cutter",
  "tests/bench/pages",
  "tests/bench/pages/cases",
  "tests/bench/pages/hand",
  "tests/bench/reading",
  "tests/bench/reading/peers",
  "tests/bench/tuning",
  "tests/conventions",
  "tests/evaluate/reference",
  "tests/examples",
  "tests/notebooks",
  "tests/support",
];

const sources = (await projectFiles((path) => /^(?:lib|tests|bench)\/.*\.ts$/.test(path)))
  .map(({ path }) => dirname(path));

/** Folders with more files than one can overlook. */
function tooFull(folders: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return [...counts].filter(([folder, count]) => count > limit && !ofOneKind.includes(folder))
    .map(([folder, count]) => `${folder} holds ${count} files`);
}

Deno.test("a folder holds what one can overlook, unless all is of one kind", () => {
  assertEquals(tooFull(sources.filter((folder) => folder.startsWith("lib/"))), []);
});

Deno.test("tooFull() names a folder of 29 files, not one of 28 or of one kind", () => {
  const files = (folder: string, count: number): string[] => Array<string>(count).fill(folder);
  assertEquals(
    tooFull([...files("lib/a", 29), ...files("lib/b", 28), ...files("lib/figures", 40)]),
    ["lib/a holds 29 files"],
  );
});

Deno.test("tests/ mirrors lib/", () => {
  const rooms = sources.filter((folder) => folder.startsWith("lib/"));
  const strangers = new Set(
    sources.filter((folder) => folder.startsWith("tests/") && !ownTests.includes(folder))
      .map((folder) => folder.replace("tests/", "lib/"))
      .filter((folder) => !rooms.some((room) => room === folder || room.startsWith(`${folder}/`))),
  );
  assertEquals([...strangers], []);
});
