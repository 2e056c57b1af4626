import { assertEquals } from "../support/assert.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { projectFiles } from "./project_files.ts";
import { spellingFaults } from "./spelling_faults.ts";

const files = await projectFiles(() => true);

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
