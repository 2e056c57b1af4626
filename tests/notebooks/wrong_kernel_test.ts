import { assert, assertStringIncludes } from "../support/assert.ts";
import { notebookNames } from "../conventions/notebook_faults.ts";
import { projectPath } from "@lib/base/paths.ts";
import { parseNotebook } from "@lib/report/jupyter/parse_notebook.ts";

const python = "/usr/bin/python3";
const hasPython = await Deno.stat(python).then(() => true, () => false);

for (const name of notebookNames) {
  Deno.test({
    name: `${name} on a Python kernel says at once which kernel it needs`,
    ignore: !hasPython,
    async fn(): Promise<void> {
      const text = await Deno.readTextFile(projectPath("notebooks", `${name}.ipynb`));
      const cell = parseNotebook(text, name).cells.find(({ cell_type }) => cell_type === "code");
      const { success, stderr } = await new Deno.Command(python, {
        args: ["-c", cell!.source],
        stdout: "null",
      }).output();
      assert(!success);
      assertStringIncludes(new TextDecoder().decode(stderr), `needs the kernel "Deno"`);
    },
  });
}
