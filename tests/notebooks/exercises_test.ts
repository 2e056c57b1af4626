import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { notebookNames } from "../conventions/notebook_faults.ts";
import { projectPath } from "@lib/base/paths.ts";
import type { CodeCell, Notebook } from "@lib/report/jupyter/notebook.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { runNotebook } from "@lib/report/jupyter/run_notebook.ts";
import { cellsBelow, type ExerciseCells, exercisesOf } from "./exercise_cells.ts";

/** Exercises of each notebook. */
const wanted = 3;

for (const name of notebookNames) {
  Deno.test(`${name}: each exercise is open at first, and its solution is right`, async () => {
    const notebook = await load(name);
    const exercises = exercisesOf(notebook);
    assertEquals(exercises.length, wanted);
    const checks = await outcomes(notebook, exercises);
    for (const [i, { open, solved }] of checks.entries()) {
      assertEquals(open.state, "open", `exercise ${i + 1}`);
      assertStringIncludes(open.text, "Fill the gap");
      assertEquals([solved.state, solved.text.slice(0, 8)], ["right", "✓ Right."], `${i + 1}`);
    }
  });
}

interface Outcome {
  readonly state: unknown;
  readonly text: string;
}

/** What each check says of the gap, and what of the solution: all in one kernel, after the cells that
 * they stand on. */
async function outcomes(
  notebook: Notebook,
  exercises: readonly ExerciseCells[],
): Promise<{ open: Outcome; solved: Outcome }[]> {
  const tried = exercises.flatMap(({ gap, check, solution }) => [gap, check, solution, check]);
  const below = cellsBelow(notebook, tried.map(({ source }) => source).join("\n"));
  assert(below.length < notebook.cells.length / 2, "the exercises stand on too many cells");
  const cells = await run({ ...notebook, cells: [...below, ...tried] });
  const ran = cells.slice(below.length);
  return exercises.map((_, i) => {
    const [, open, , solved] = ran.slice(4 * i, 4 * i + 4).map(outcomeOf);
    return { open, solved };
  });
}

function outcomeOf({ outputs }: CodeCell): Outcome {
  const output = outputs.find(({ output_type }) => output_type === "display_data");
  if (output?.output_type !== "display_data") return { state: undefined, text: "nothing" };
  const { answer } = output.metadata as { answer?: { state?: unknown } };
  return { state: answer?.state, text: String(output.data["text/plain"]) };
}

async function run(notebook: Notebook): Promise<CodeCell[]> {
  const connectionFolder = await Deno.makeTempDir();
  try {
    const events = runNotebook(notebook, "exercises", {
      folder: projectPath("notebooks"),
      connectionFolder,
      environment: { PROFILE: "smoke" },
      signal: new AbortController().signal,
    });
    let next = await events.next();
    while (!next.done) next = await events.next();
    return next.value.cells.filter((cell) => cell.cell_type === "code");
  } finally {
    await Deno.remove(connectionFolder, { recursive: true });
  }
}

async function load(name: string): Promise<Notebook> {
  return parseNotebook(
    await Deno.readTextFile(projectPath("notebooks", `${name}.ipynb`)),
    `${name}.ipynb`,
  );
}

const cell = (source: string, ...tags: string[]): CodeCell => ({
  ...{ cell_type: "code", source, metadata: { tags }, execution_count: null, outputs: [] },
});

Deno.test("cellsBelow() takes the cells that some code stands on, and no others", () => {
  const sources = [
    `import { show, a } from "x";`,
    "const { b, c } = a(1);",
    "await show(b);",
    "const all: number[] = [];",
    "for (const each of c) {\n  all.push(each);\n}",
    "const d = 3;",
  ];
  const cells = [...sources.map((source) => cell(source)), cell("const all = NaN;", "exercise")];
  const notebook: Notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
  const below = (code: string): number[] => {
    return cellsBelow(notebook, code).map(({ source }) => sources.indexOf(source));
  };
  assertEquals(below("d + 1"), [5]);
  assertEquals(below("all.length"), [0, 1, 3, 4]);
  assertEquals(below("1 + 1"), []);
});
