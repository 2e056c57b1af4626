/** The page that trains.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { blueprintOf } from "../backend/lowering/blueprint.ts";
import { projectPath } from "../base/paths.ts";
import { profileNamed } from "../base/profile.ts";
import { runStreams } from "../base/run_streams.ts";
import type { Dataset } from "../download/dataset.ts";
import { compactChannels, compactNetwork } from "../model/networks/compact.ts";
import { pixelStatistics } from "../preprocess/dataset/pixel_statistics.ts";
import { profileSplit } from "../preprocess/dataset/profile_split.ts";
import { pack } from "../report/page/pack.ts";
import { page } from "../report/page/page.ts";
import { bundleProgram } from "./bundle_program.ts";
import { trainerBody } from "./trainer_body.ts";
import type { TrainerSetup } from "./trainer/trainer_setup.ts";
import style from "./style/trainer.css" with { type: "text" };
import { weightsOf } from "./weights_of.ts";

/** Images that the page carries: enough for 99 %, and few enough that it stays below ten megabytes. */
const carried = 40_000;

/** The networks to choose from: `compactNetwork`, half as wide, as it is, twice as wide. */
const widths = [0.5, 1, 2] as const;

/** A page on which the learner trains a network on MNIST, with settings of their own. All that it needs is
 * in the page: the program, which is `trainer/trainer.ts` with what it imports of the library, images, and
 * the first weights of each network.
 *
 * @param training all training images, as loaded; of them some are carried, and of these a part is held out
 * @throws {Error} if Deno's bundler fails
 */
export async function trainingPage(training: Dataset): Promise<string> {
  const program = bundleProgram(projectPath("lib", "playground", "trainer", "trainer.ts"));
  const { train, validation } = profileSplit(
    { ...profileNamed("quick"), images: carried },
    training,
  );
  const { networks, weights } = startingNetworks(train);
  const setup: TrainerSetup = {
    images: { train: train.size, validation: validation.size },
    networks,
  };
  const images = Buffer.concat([train.labels, validation.labels, train.images, validation.images]);
  const part = {
    html: `${trainerBody(setup)}
<script type="application/json" class="setup">${JSON.stringify(setup)}</script>
<script type="text/plain" class="images">${pack(images, { level: 6 })}</script>
<script type="text/plain" class="weights">${pack(weights)}</script>`,
    style: style as unknown as string,
    program: await program,
    hasWorkers: true,
  };
  return page(
    "Train a network in this page",
    `<nav class="top" aria-label="Reports"><a href="index.html">All reports</a></nav>
<main>
${part.html}
</main>`,
    [part],
  );
}

/** The networks with their first weights, those of the profile's seed, one network after the other. */
function startingNetworks(
  train: Dataset,
): { readonly networks: TrainerSetup["networks"]; readonly weights: Uint8Array } {
  const { mean, deviation } = pixelStatistics(train);
  const { seed } = profileNamed("quick");
  const weights: Uint8Array[] = [];
  const networks = widths.map((width) => {
    const rng = runStreams(seed).weights;
    const model = compactNetwork({ mean, deviation, rng, width });
    const blueprint = blueprintOf(model)!;
    weights.push(new Uint8Array(weightsOf(model).buffer));
    model.dispose();
    return { channels: compactChannels(width), blueprint };
  });
  return { networks, weights: Buffer.concat(weights) };
}
