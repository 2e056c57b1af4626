import { assert, assertEquals, assertMatch, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { projectPath } from "@lib/base/paths.ts";
import type { Notebook, Output } from "@lib/report/jupyter/notebook.ts";
import { NotebookError } from "@lib/report/jupyter/notebook_error.ts";
import { notebookPage } from "@lib/report/page/notebook_page.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import {
  type NotebookEvent,
  runNotebook,
  type RunOptions,
} from "@lib/report/jupyter/run_notebook.ts";
import { assertSelfContained } from "../assert_self_contained.ts";
import { makeNotebook } from "../make_notebook.ts";

const folder = projectPath("tests", "notebooks");

async function fixture(name: string): Promise<Notebook> {
  return parseNotebook(await Deno.readTextFile(`${folder}/${name}`), name);
}

interface Run {
  readonly events: NotebookEvent[];
  readonly executed?: Notebook;
  readonly error?: unknown;
}

/** Runs a notebook; a temporary folder for the connection file must be empty in the end. */
function run(
  notebook: Notebook,
  options: Partial<RunOptions> = {},
  onEvent: (event: NotebookEvent) => void = () => {},
): Promise<Run> {
  return withFolder(async (connectionFolder) => {
    const events: NotebookEvent[] = [];
    const running = runNotebook(notebook, "x.ipynb", { folder, connectionFolder, ...options });
    try {
      for (;;) {
        const next = await running.next();
        if (next.done) return { events, executed: next.value };
        events.push(next.value);
        onEvent(next.value);
      }
    } catch (error) {
      return { events, error };
    } finally {
      assertEquals([...Deno.readDirSync(connectionFolder)], []);
    }
  });
}

function outputsOf(notebook: Notebook | undefined): (readonly Output[])[] {
  return (notebook?.cells ?? []).flatMap((cell) => cell.cell_type === "code" ? [cell.outputs] : []);
}

async function failureOf(source: string): Promise<NotebookError["failure"]> {
  const { error } = await run(makeNotebook(source));
  assert(error instanceof NotebookError, String(error));
  return error.failure;
}

Deno.test("runNotebook() fills in everything that the cells show", async () => {
  const notebook = await fixture("displays.ipynb");
  const { events, executed, error } = await run(notebook, { environment: { PROFILE: "smoke" } });
  assertEquals(error, undefined);
  const [profile, streams, display, update, progress, table, live, once] = outputsOf(executed);
  const plain = ([output]: readonly Output[]): unknown =>
    "data" in output && output.data["text/plain"];

  assertEquals(plain(profile), `"smoke"`);
  assertEquals([...streams], [
    { output_type: "stream", name: "stdout", text: "one <b>\ntwo\n" },
    { output_type: "stream", name: "stderr", text: "aside\n" },
    { output_type: "stream", name: "stdout", text: "three\n" },
  ]);
  assertEquals([plain(display), update.length], ["changed later", 0]);
  assertEquals([plain(progress), progress.length], ["all of it", 1]);
  assertEquals(plain(table), "digit  share\n─────  ─────\n    0  9.8 %");
  assertEquals([plain(live.slice(1)), live.length], ["After", 2]);
  const bringsPlotly = (output: Output): boolean =>
    "metadata" in output && !!output.metadata.plotly;
  assertEquals(outputsOf(executed).flat().filter(bringsPlotly), [live[0]]);
  assertEquals(plain(once), "Shown once");

  const counts = executed?.cells.map((cell) => "execution_count" in cell && cell.execution_count);
  assertEquals(counts, [false, 1, 2, 3, 4, 5, 6, 7, 8]);
  assertEquals(
    events.flatMap((event) => event.type === "progress" ? [[event.cell, event.text]] : []),
    [[5, "half of it"], [5, "all of it"]],
  );
  const facts = { name: "x", profile: "smoke", seed: 1, seconds: 1, versions: [], commands: [] };
  const html = notebookPage(executed!, facts);
  assertSelfContained(html);
  assertMatch(html, /<figcaption><b>Figure 1<\/b>\. Two &lt;bars&gt;\.</);
  assertEquals(outputsOf(notebook).flat(), [], "the notebook handed in stays as it is");
});

Deno.test("runNotebook() stops at a cell that throws, and says which", async () => {
  const { events, error } = await run(await fixture("must_fail.ipynb"));
  assert(error instanceof NotebookError, String(error));
  assertEquals(
    error.message,
    "Cannot run x.ipynb: cell [2] threw RangeError: this cell must fail <here>",
  );
  assertMatch(error.failure.source, /^throw new RangeError/);
  assertEquals(error.failure.traceback[0], "RangeError: this cell must fail <here>");
  assertEquals(events.flatMap(({ type, cell }) => type === "start" ? [cell] : []), [1, 2]);
});

Deno.test("runNotebook() finds out why a cell was refused without a word", async () => {
  const syntax = await failureOf("const a = 1 +");
  assertEquals([syntax.errorName, syntax.errorValue], ["SyntaxError", "Expression expected"]);
});

Deno.test("runNotebook() notices that the kernel died in a cell", async () => {
  const { cell, errorName, errorValue } = await failureOf(`Deno.exit(3);`);
  assertEquals([cell, errorName, errorValue], [1, "KernelError", "The kernel died (exit code 3)"]);
});

Deno.test("runNotebook() stops a cell that takes too long, and hands out what was run", async () => {
  const stopped: Notebook[] = [];
  const { error } = await run(
    makeNotebook("41 + 1", "console.log('begun'); while (true);", "'never'"),
    { timeout: 5, onStop: (partial) => Promise.resolve(void stopped.push(partial)) },
  );
  assert(error instanceof NotebookError, String(error));
  assertEquals(error.failure.cell, 2);
  assertMatch(error.failure.errorValue, /^The cell ran longer than 5 s; /);
  assertEquals(stopped.length, 1);
  const [first, second, third] = outputsOf(stopped[0]);
  assertEquals("data" in first[0] && first[0].data["text/plain"], "42");
  assertEquals(second.map(({ output_type }) => output_type), ["stream", "error"]);
  assertEquals(third, []);
  const counts = stopped[0].cells.map((cell) => "execution_count" in cell && cell.execution_count);
  assertEquals(counts, [1, 2, null]);
});

Deno.test("runNotebook() kills a busy kernel when it is aborted", async () => {
  const controller = new AbortController();
  const busy = makeNotebook("console.log(Deno.pid);", "while (true);");
  let pid = 0;
  const { error } = await run(busy, { signal: controller.signal }, (event) => {
    if (event.type === "output" && "text" in event.output) pid = Number(event.output.text);
    if (event.type === "start" && event.cell === 2) {
      setTimeout(() => controller.abort(new RangeError("enough")), 50);
    }
  });
  assertEquals(String(error), "RangeError: enough");
  assert(pid > 0);
  if (Deno.build.os !== "windows") {
    await assertRejects(async () => await Deno.kill(pid, "SIGCONT"), Deno.errors.NotFound);
  }
});

Deno.test("runNotebook() does not start a kernel for a run that is aborted already", async () => {
  const { events, error } = await run(makeNotebook("1"), { signal: AbortSignal.abort("no") });
  assertEquals([events, error], [[], "no"]);
});
