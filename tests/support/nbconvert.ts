import { join } from "node:path";
import { assert, assertEquals, assertGreater } from "./assert.ts";

const program = "/usr/bin/jupyter-nbconvert";

/** Whether this machine has nbconvert; tests that need it are ignored without. */
export const hasNbconvert: boolean = await Deno.stat(program).then(() => true, () => false);

/** Makes pages of notebooks, and asserts that their figures are there, as pictures, without a network.
 *
 * @param paths of the notebooks
 * @param folder where the pages go
 * @param options.execute whether Deno's kernel runs the notebooks before, with the smoke profile; they
 * are taken as they are otherwise
 */
export async function assertExports(
  paths: readonly string[],
  folder: string,
  { execute }: { readonly execute: boolean },
): Promise<void> {
  await run(Deno.execPath(), ["jupyter", "--install"], { HOME: folder });
  const options = ["--to", "html", ...(execute ? ["--execute"] : []), "--output-dir", folder];
  await run(program, [...options, ...paths], {
    JUPYTER_PATH: join(folder, ".local", "share", "jupyter"),
    PROFILE: "smoke",
  });
  for (const path of paths) {
    const name = path.replace(/^.*\/|\.ipynb$/g, "");
    const html = await Deno.readTextFile(join(folder, `${name}.html`));
    const figures = html.match(/<figure[\s>][^]*?<\/figure>/g) ?? [];
    assertGreater(figures.length, 0, name);
    for (const figure of figures) {
      assert(figure.includes(`src="data:image/svg+xml,`), name);
      assertEquals(/(?:src|href)="https?:/.test(figure), false, name);
    }
    assertEquals(html.match(/class="plotly"/g)?.length, 1, name);
  }
}

async function run(command: string, args: string[], env: Record<string, string>): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { args, env, stdout: "null" })
    .output();
  assert(success, new TextDecoder().decode(stderr));
}
