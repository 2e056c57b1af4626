import { notebookNames } from "../conventions/notebook_faults.ts";
import { assertExports, hasNbconvert } from "../support/nbconvert.ts";
import { withFolder } from "../support/with_folder.ts";
import { noJupyterLab } from "../support/with_jupyter_lab.ts";
import { projectPath } from "@lib/base/paths.ts";

// Where JupyterLab is, a test runs all six in it, by the same client of Deno's kernel: then two stand for
// all here, one of them with a figure that changes while its cell runs.
const names = noJupyterLab === undefined ? ["01_download", "03_train"] : notebookNames;

Deno.test({
  name: "jupyter nbconvert runs notebooks by Deno's kernel, and makes pages that need no network",
  ignore: !hasNbconvert,
  fn: () =>
    withFolder((folder) => {
      const paths = names.map((name) => projectPath("notebooks", `${name}.ipynb`));
      return assertExports(paths, folder, { execute: true });
    }),
});
