import { assertEquals, assertStringIncludes } from "../support/assert.ts";
import { join } from "node:path";
import { notebookNames } from "../conventions/notebook_faults.ts";
import { copyProject } from "../support/copy_project.ts";
import type { OpenNotebook } from "../support/open_notebook.ts";
import { withFolder } from "../support/with_folder.ts";
import { noJupyterLab, withJupyterLab } from "../support/with_jupyter_lab.ts";
import type { Output } from "@lib/report/jupyter/notebook.ts";

function failures(outputs: readonly Output[][]): string[] {
  return outputs.flat().flatMap((output) =>
    output.output_type === "error" ? [`${output.ename}: ${output.evalue}`] : []
  );
}

/** The table of what training reached, epoch by epoch. */
function epochsOf(outputs: readonly Output[][]): string {
  const texts = outputs.flat().map((output) =>
    "data" in output ? String(output.data["text/plain"]) : ""
  );
  return texts.find((text) => text.includes("validation accuracy"))!;
}

/** Puts the pointer on the figure whose title begins so, and waits for what that says. */
async function hover(notebook: OpenNotebook, title: string): Promise<void> {
  const selector = `figure-stage.drawn:has([aria-label^="${title}"])`;
  // What stands above may still grow, and push the figure out of view again.
  for (let tries = 0; tries < 60 && await notebook.page.$(selector) === null; tries++) {
    await notebook.reveal(title);
    await new Promise((done) => setTimeout(done, 500));
  }
  const stage = await notebook.page.waitForSelector(selector, { timeout: 1000 });
  await stage!.scrollIntoView();
  const { x, y, width, height } = (await stage!.boundingBox())!;
  await notebook.page.mouse.move(x + width / 2, y + 0.7 * height, { steps: 5 });
  await stage!.waitForSelector(".hoverlayer .hovertext");
}

/** Runs notebook 3 twice, then a third time that would not end, and interrupts that. */
async function trainAndInterrupt(notebook: OpenNotebook, checkpoint: string): Promise<void> {
  const epochs: string[] = [];
  await notebook.countUpdates();
  for (let run = 1; run <= 2; run++) {
    await notebook.execute("notebook:run-all-cells");
    const outputs = await notebook.outputs();
    assertEquals(failures(outputs), []);
    await notebook.updated(run);
    epochs.push(epochsOf(outputs));
  }
  assertEquals(epochs[0], epochs[1]);

  const { id } = await notebook.kernel();
  await Deno.remove(checkpoint);
  await notebook.edit(
    `notebookProfile(Deno`,
    `{ ...notebookProfile("smoke"), epochs: 300 }; (Deno`,
  );
  const before = await notebook.updates();
  const running = notebook.execute("notebook:run-all-cells");
  await notebook.updated(before + 2);
  await notebook.execute("notebook:interrupt-kernel");
  await running;
  assertStringIncludes(failures(await notebook.outputs())[0], "Interrupted: this cell stopped");
  assertEquals(await notebook.kernel(), { id, reply: "ok" });
  await Deno.stat(checkpoint);
}

Deno.test({
  name: `the course in JupyterLab${noJupyterLab === undefined ? "" : ` (${noJupyterLab})`}`,
  ignore: noJupyterLab !== undefined,
  fn: (t) =>
    withFolder(async (folder) => {
      const root = join(folder, "Ziffern lesen ü");
      await Deno.mkdir(root);
      await copyProject(root);
      const checkpoint = join(root, "data", "runs", "smoke", "model", "last.safetensors");
      await withJupyterLab(root, { PROFILE: "smoke" }, async ({ open }) => {
        for (const name of notebookNames) {
          await t.step(`${name} runs, and what of it is special`, async () => {
            const notebook = await open(`notebooks/${name}.ipynb`);
            if (name === "03_train") await trainAndInterrupt(notebook, checkpoint);
            else {
              await notebook.execute("notebook:run-all-cells");
              assertEquals(failures(await notebook.outputs()), []);
            }
            if (name === "01_download") {
              await hover(notebook, "Every digit is about a tenth");
            }
            await notebook.close();
          });
        }
      });
    }),
});
