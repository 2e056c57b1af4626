import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectPath } from "@lib/base/paths.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import { type CellModule, cellModule } from "./cell_module.ts";
import type { TextFile } from "./project_files.ts";

/** Type-checks the code cells of some notebooks with the project's settings.
 *
 * The modules go to a temporary folder: `deno check` passes over the ignored ones of the project.
 *
 * @returns what `deno check` has to say, with notebook and cell in place of file and line; empty if
 * nothing
 */
export async function checkCells(notebooks: readonly TextFile[]): Promise<string> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    const modules = new Map<string, [TextFile, CellModule]>();
    for (const notebook of notebooks) {
      const path = join(folder, `${basename(notebook.path, ".ipynb")}.ts`);
      const module = cellModule(parseNotebook(notebook.text, notebook.path));
      await Deno.writeTextFile(path, module.source);
      modules.set(path, [notebook, module]);
    }
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", "--quiet", "--config", projectPath("deno.json"), ...modules.keys()],
      env: { NO_COLOR: "1" },
    }).output();
    return success ? "" : withCells(new TextDecoder().decode(stderr), modules);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function withCells(report: string, modules: ReadonlyMap<string, [TextFile, CellModule]>): string {
  for (const [path, [notebook, module]] of modules) {
    const url = pathToFileURL(path).href.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    report = report.replace(
      new RegExp(`${url}(?::(\\d+):\\d+)?`, "g"),
      (_, line) => notebook.path + (line === undefined ? "" : `, cell ${module.cellAt(+line)}`),
    );
  }
  return report;
}
