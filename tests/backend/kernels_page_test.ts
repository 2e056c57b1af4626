import { projectPath } from "@lib/base/paths.ts";
import { assertEquals } from "../support/assert.ts";
import { activationCases, layerCases } from "./layer_cases.ts";
import { lossCases } from "./loss_cases.ts";
import { operationCases } from "./operation_cases.ts";
import { optimiserCases } from "./optimiser_cases.ts";

/** What a section of the page should say: of each name, the error, or nothing where it works. */
const sections: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  "Layers": errorsOf(layerCases),
  "Activations": errorsOf(activationCases),
  "Optimisers": Object.fromEntries(Object.keys(optimiserCases).map((name) => [name, undefined])),
  "Losses": Object.fromEntries(Object.keys(lossCases).map((name) => [name, undefined])),
  "Operations": Object.fromEntries(
    Object.entries(operationCases).map(([name, { throws }]) => [name, throws]),
  ),
};

function errorsOf(
  cases: Readonly<Record<string, () => { readonly throws?: string }>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(cases).map(([name, make]) => [name, make().throws]));
}

/** The rows of the tables of a page by section: `| \`name\` | works |` or `| … | throws: \`error\` |`. */
function rowsOf(page: string): Record<string, Record<string, string | undefined>> {
  const found: Record<string, Record<string, string | undefined>> = {};
  for (const [, title, text] of page.matchAll(/^## (.+)\n([^]*?)(?=^## |$(?![^]))/gm)) {
    const rows = [...text.matchAll(/^\| `([^`]+)` +\| (?:works|throws: `([^`]+)`)/gm)];
    if (rows.length > 0) {
      found[title] = Object.fromEntries(rows.map(([, name, error]) => [name, error]));
    }
  }
  return found;
}

Deno.test("docs/kernels.md has a row for each layer, activation, optimiser, loss and operation that is tested, and no other", async () => {
  assertEquals(rowsOf(await Deno.readTextFile(projectPath("docs", "kernels.md"))), sections);
});

Deno.test("rowsOf() tells what works from what throws", () => {
  const page =
    "## A\n\n| a | b |\n| --- | --- |\n| `x` | works |\n| `y, z` | throws: `no` |\n\n## B\n";
  assertEquals(rowsOf(page), { A: { "x": undefined, "y, z": "no" } });
});
