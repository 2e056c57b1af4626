import { join, relative } from "node:path";
import { initBackend } from "../backend/backend.ts";
import { projectPath } from "../base/paths.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import { defineCommand } from "./cli/define_command.ts";
import { userPath } from "./cli/paths.ts";
import { printResult } from "./cli/print.ts";
import { runCommand } from "./cli/run_command.ts";
import { loadCardFacts } from "./scoring/card_facts.ts";
import { loadMetrics } from "./scoring/metrics_file.ts";
import { modelCard } from "./scoring/model_card.ts";
import { shippedCorruptions } from "./scoring/shipped_corruptions.ts";
import { writeFigures } from "./training/write_figures.ts";

const [mnist, handwriting, lines] = ["model", "reader", "lines"].map((name) =>
  projectPath("data", name)
);

/** `deno task card`: writes what is to be said of models beside them.
 *
 * @throws {Error} if there is no model
 */
export const cardCommand = defineCommand({
  name: "card",
  summary: "Writes the card of each model, README.md beside it, from what training and " +
    '"deno task evaluate --save" left there. Where none is named, of the shipped models, and the ' +
    "figure of them on the project's front page.",
  positionals: "[DIR…]",
  options: {},
}, async ({ positionals }) => {
  await initBackend();
  const isOfShipped = positionals.length === 0;
  const folders = isOfShipped ? [mnist, handwriting, lines] : positionals.map(userPath);
  for (const folder of folders) {
    const path = join(folder, "README.md");
    await writeAtomic(path, modelCard(await loadCardFacts(folder)));
    printResult(relative(userPath("."), path));
  }
  if (!isOfShipped) return;
  const [ofHandwriting, ofMnist] = await Promise.all([handwriting, mnist].map(loadMetrics));
  if (ofHandwriting === undefined || ofMnist === undefined) return;
  await writeFigures(projectPath("assets"), {
    corruptions: shippedCorruptions(ofHandwriting, ofMnist),
  });
});

if (import.meta.main) await runCommand("card", cardCommand);
