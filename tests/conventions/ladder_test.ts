import { assert, assertEquals } from "../support/assert.ts";
import { cycles, floors, ladderFaults, rooms } from "./ladder.ts";
import { projectFiles, type TextFile } from "./project_files.ts";
import { importsOf } from "./source_text.ts";

const library = await projectFiles((path) => path.startsWith("lib/") && path.endsWith(".ts"));

const file = (path: string, text: string): TextFile => ({ path, text });

Deno.test("lib/ has the folders of the house, and all of them", () => {
  const folders = new Set(library.map(({ path }) => path.split("/")[1]));
  assertEquals([...folders].sort(), Object.keys(floors).sort());
});

Deno.test("every room of the house is there", () => {
  const named = Object.entries(rooms).flatMap(([folder, inner]) =>
    inner.map((room) => `lib/${folder}/${room}/`)
  );
  assertEquals(named.filter((room) => !library.some(({ path }) => path.startsWith(room))), []);
});

Deno.test("files of lib/ import from their own room, from rooms and from floors below", () => {
  assert(library.length > 20, `found ${library.length} files only`);
  assertEquals(ladderFaults(library), []);
});

Deno.test("files of lib/ do not import each other in a circle", () => {
  assertEquals(cycles(library), []);
});

Deno.test("no file of lib/ is a barrel", () => {
  // The entry of the WebAssembly module is what its exports are named by: it has no other form.
  const imported = library.filter(({ path }) => path !== "lib/backend/simd/assembly/index.ts");
  const barrels = imported.filter(({ path }) => /\/(?:mod|index)\.ts$/.test(path));
  assertEquals(barrels.map(({ path }) => path), []);
  const handingOn = imported.filter(({ text }) =>
    /^export \* from|^export \{[^}]*\} from/m.test(text)
  );
  assertEquals(handingOn.map(({ path }) => path), []);
});

Deno.test("importsOf() finds every way to import, and none in comments", () => {
  const source = `
    import { a } from "./a.ts"; // import "./no.ts"
    import type { B } from '../b.ts';
    import "./c.ts";
    export * from "./d.ts";
    /** import { x } from "./no.ts" */
    const url = "https://example.org"; const e = await import("./e.ts");
    import {
      f,
    } from "f";
    new Worker(new URL("./g.ts", import.meta.url), { type: "module" });
  `;
  assertEquals(
    importsOf(source),
    ["./a.ts", "../b.ts", "./c.ts", "./d.ts", "./e.ts", "f", "./g.ts"],
  );
});

Deno.test("ladderFaults() lets pass what is allowed", () => {
  assertEquals(
    ladderFaults([
      file("lib/train/fit.ts", `import { a } from "../base/a.ts"; import b from "./b.ts";`),
      file("lib/backend/kernels/a.ts", `import { b } from "../simd/b.ts"; import "npm-package";`),
      file("lib/backend/a.ts", `import { b } from "./plan/steps/b.ts";`),
      file("lib/backend/plan/a.ts", `import { b } from "./steps/b.ts";`),
      file("lib/backend/predictor/a.ts", `import { b } from "../plan/steps/b.ts";`),
      file("lib/commands/a.ts", `import { b } from "../tune/b.ts";`),
    ]),
    [],
  );
});

Deno.test("ladderFaults() names an import from above, from beside and from outside", () => {
  assertEquals(
    ladderFaults([
      file("lib/base/a.ts", `import { b } from "../train/b.ts";`),
      file("lib/train/a.ts", `export type { B } from "../evaluate/b.ts";`),
      file("lib/model/a.ts", `const b = await import("@lib/report/b.ts");`),
      file("lib/figures/a.ts", `import { b } from "../../tests/b.ts";`),
      file("lib/utils/a.ts", ""),
      file("lib/train/helpers/a.ts", ""),
      file("lib/backend/simd/a.ts", `import { b } from "../plan/steps/b.ts";`),
      file("lib/backend/plan/steps/a.ts", `import { b } from "../b.ts";`),
      file("lib/train/workers/a.ts", `import { b } from "../b.ts";`),
    ]),
    [
      "lib/base/a.ts imports lib/train/b.ts: base is not above train",
      "lib/train/a.ts imports lib/evaluate/b.ts: train is not above evaluate",
      "lib/model/a.ts imports lib/report/b.ts: model is not above report",
      "lib/figures/a.ts imports tests/b.ts, outside lib",
      "lib/utils/a.ts: lib/utils is no folder of the house",
      "lib/train/helpers/a.ts: lib/train/helpers is no folder of the house",
      "lib/backend/simd/a.ts imports lib/backend/plan/steps/b.ts: backend/simd is not above backend/plan",
      "lib/backend/plan/steps/a.ts imports lib/backend/plan/b.ts: backend/plan/steps is not above backend/plan",
      "lib/train/workers/a.ts imports lib/train/b.ts: train/workers is not above train",
    ],
  );
});

Deno.test("cycles() finds a circle, types included, and no diamond", () => {
  const diamond = [
    file("lib/base/a.ts", `import "./b.ts"; import "./c.ts";`),
    file("lib/base/b.ts", `import "./d.ts";`),
    file("lib/base/c.ts", `import "./d.ts";`),
  ];
  assertEquals(cycles([...diamond, file("lib/base/d.ts", "")]), []);
  assertEquals(cycles([...diamond, file("lib/base/d.ts", `import type { A } from "./a.ts";`)]), [
    "lib/base/a.ts → lib/base/b.ts → lib/base/d.ts → lib/base/a.ts",
  ]);
});
