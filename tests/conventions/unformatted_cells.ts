import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";
import type { TextFile } from "./project_files.ts";

/** The code cells that `deno fmt` would change, as `notebook, cell N`; cells count from 1.
 *
 * `deno fmt --check` itself calls every notebook unformatted, also one that it has just written.
 */
export async function unformattedCells(notebooks: readonly TextFile[]): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    const names = new Map<string, string>();
    for (const { path, text } of notebooks) {
      for (const [index, { cell_type, source }] of parseNotebook(text, path).cells.entries()) {
        if (cell_type !== "code") continue;
        const file = `${names.size}.ts`;
        names.set(file, `${path}, cell ${index + 1}`);
        await Deno.writeTextFile(join(folder, file), `${source}\n`);
      }
    }
    const config = projectPath("deno.json");
    const { stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["fmt", "--check", "--config", config, ...names.keys()],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const report = new TextDecoder().decode(stderr);
    return [...report.matchAll(/(\d+\.ts):\n/g)].map(([, file]) => names.get(file)!);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
