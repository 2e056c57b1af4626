import { assert, assertEquals } from "../support/assert.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { projectFiles } from "./project_files.ts";
import { spellingFaults, wordFaults } from "./word_faults.ts";

const files = await projectFiles(() => true);

Deno.test("no file holds a machine's path, a registry's host, or an unfinished thought", () => {
  assert(files.some(({ path }) => path === "deno.lock"));
  assertEquals(files.flatMap(wordFaults), []);
});

Deno.test("prose is spelt the British way", () => {
  const markdown = files.filter(({ path }) => path.endsWith(".md"));
  const notebooks = files.filter(({ path }) => path.endsWith(".ipynb"));
  const cells = notebooks.flatMap(({ path, text }) =>
    parseNotebook(text, path).cells
      .filter((cell) => cell.cell_type === "markdown")
      .map((cell) => ({ path, text: cell.source }))
  );
  assertEquals([...markdown, ...cells].flatMap(({ path, text }) => spellingFaults(path, text)), []);
});

// Put together here, so that this file itself passes.
const bad = [
  ["see /wor", "k/data/a.png"],
  [`"/tm`, `p/x"`],
  ["(/hom", "e/anna/mnist)"],
  ["C:\\User", "s\\anna"],
  ["https://registr", "y.npmjs.org/sharp"],
  [`"tarbal`, `l": "x"`],
  ["// TO", "DO later"],
  ["FIXM", "E"],
].map((parts) => parts.join(""));

for (const text of bad) {
  Deno.test(`wordFaults() notices ${text.slice(0, 6)}… and where`, () => {
    const found = wordFaults({ path: "a.md", text: `good\n${text}` });
    assertEquals(found.length, 1);
    assert(found[0].startsWith("a.md:2: "), found[0]);
  });
}

Deno.test("wordFaults() lets pass relative paths, addresses and words alike", () => {
  const text = "data/wor" + "k/x, https://example.org/tm" + "p/x, a home/work balance, mastodon";
  assertEquals(wordFaults({ path: "a.md", text }), []);
});

Deno.test("spellingFaults() notices American spelling in prose, not in code or addresses", () => {
  const american = "Normalized gray images, centered; the color of a neighbor. Optimizers.";
  assertEquals(
    spellingFaults("a.md", american).map((fault) => fault.slice(6)),
    [`"Normalized"`, `"gray"`, `"centered"`, `"color"`, `"neighbor"`, `"Optimizers"`],
  );
  const fine = "`optimizer` and [colour](https://x.y/color): greyscale, centred, normalised.\n" +
    "```ts\nconst color = normalize(center);\n```\nThe centre of mass; colourful sizes; a prize.";
  assertEquals(spellingFaults("a.md", fine), []);
});
