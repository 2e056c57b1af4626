import { assert, assertEquals, assertGreater } from "../support/assert.ts";
import { notebookNames } from "../conventions/notebook_faults.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { projectPath } from "@lib/base/paths.ts";

const nbconvert = "/usr/bin/jupyter-nbconvert";
const hasNbconvert = await Deno.stat(nbconvert).then(() => true, () => false);

async function run(command: string, args: string[], env: Record<string, string>): Promise<string> {
  const { success, stderr } = await new Deno.Command(command, { args, env, stdout: "null" })
    .output();
  const text = new TextDecoder().decode(stderr);
  assert(success, text);
  return text;
}

Deno.test({
  name:
    "jupyter nbconvert makes pages of all six notebooks that need no network, run by Deno's kernel",
  ignore: !hasNbconvert,
  fn: () =>
    withFolder(async (folder) => {
      await run(Deno.execPath(), ["jupyter", "--install"], { HOME: folder });
      const notebooks = notebookNames.map((name) => projectPath("notebooks", `${name}.ipynb`));
      await run(
        nbconvert,
        ["--to", "html", "--execute", "--output-dir", folder, ...notebooks],
        { JUPYTER_PATH: join(folder, ".local", "share", "jupyter"), PROFILE: "smoke" },
      );
      for (const name of notebookNames) {
        const html = await Deno.readTextFile(join(folder, `${name}.html`));
        const figures = html.match(/<figure[\s>][^]*?<\/figure>/g) ?? [];
        assertGreater(figures.length, 0, name);
        for (const figure of figures) {
          assert(figure.includes(`src="data:image/svg+xml,`), name);
          assertEquals(/(?:src|href)="https?:/.test(figure), false, name);
        }
        assertEquals(html.match(/class="plotly"/g)?.length, 1, name);
      }
    }),
});
