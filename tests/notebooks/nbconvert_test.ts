import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
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
  name: "jupyter nbconvert runs a notebook on the installed Deno kernel, its figures in the page",
  ignore: !hasNbconvert,
  fn: () =>
    withFolder(async (folder) => {
      await run(Deno.execPath(), ["jupyter", "--install"], { HOME: folder });
      await run(
        nbconvert,
        [
          ...["--to", "html", "--execute", "--output-dir", folder],
          projectPath("notebooks", "01_download.ipynb"),
        ],
        { JUPYTER_PATH: join(folder, ".local", "share", "jupyter"), PROFILE: "smoke" },
      );
      const html = await Deno.readTextFile(join(folder, "01_download.html"));
      const figures = html.match(/<figure[^>]*>[\s\S]*?<\/figure>/g) ?? [];
      assertEquals(figures.length, 3);
      for (const figure of figures) {
        assertStringIncludes(figure, "<svg");
        assertEquals(/(?:src|href)="https?:/.test(figure), false);
      }
      assertStringIncludes(
        html,
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
      );
    }),
});
