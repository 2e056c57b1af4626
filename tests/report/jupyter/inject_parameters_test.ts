import { assertEquals, assertThrows } from "../../support/assert.ts";
import { injectParameters } from "@lib/report/jupyter/inject_parameters.ts";

const code = (source: string, ...tags: string[]): unknown => {
  return { cell_type: "code", source, metadata: { tags }, outputs: [], execution_count: null };
};
const file = (...cells: unknown[]): string =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
const sources = (text: string): string[] =>
  JSON.parse(text).cells.map(({ source }: { source: string | string[] }) =>
    [source].flat().join("")
  );

Deno.test("injectParameters() puts a cell after the one that is tagged, in place of an older one", () => {
  const text = file(code("0"), code("let seed = 1;", "parameters"), code("seed"));
  const once = injectParameters(text, "x", { seed: 3, "profile.name": `a"b` });
  const cell = `// parameters\nlet seed = 3;\nprofile.name = "a\\"b";`;
  assertEquals(sources(once), ["0", "let seed = 1;", cell, "seed"]);
  const twice = injectParameters(once, "x", { seed: null });
  assertEquals(sources(twice)[2], "// parameters\nlet seed = null;");
  assertEquals(sources(twice).length, 4);
});

Deno.test("injectParameters() begins a notebook that has no tag, and leaves it alone without values", () => {
  assertEquals(sources(injectParameters(file(code("1")), "x", { a: [1] })), [
    "// parameters\nvar a = [1];",
    "1",
  ]);
  assertEquals(injectParameters(file(code("1")), "x", {}), file(code("1")));
});

Deno.test("injectParameters() refuses what is no name", () => {
  for (const name of ["1a", "a b", "a;alert(1)", "a.", ""]) {
    assertThrows(() => injectParameters(file(), "x", { [name]: 1 }), TypeError, "wanted a name");
  }
});
