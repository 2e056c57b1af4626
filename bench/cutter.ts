import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { loadLineReader } from "@lib/model/load_line_reader.ts";
import { saveModel } from "@lib/model/save_model.ts";
import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
import { cutsToLearn } from "./cutter/cuts_to_learn.ts";
import { cutterNetwork } from "./cutter/cutter_network.ts";
import { cutterTable } from "./cutter/cutter_table.ts";
import { measureCutter } from "./cutter/measure_cutter.ts";
import { scoreCuts } from "./cutter/score_cuts.ts";
import { trainCutter } from "./cutter/train_cutter.ts";
import { labelledSamples } from "./reading/labelled_samples.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** Chunks of candidates to learn, candidates drawn anew to score by, and synthetic photographs of each kind and
 * difficulty. */
const sizes = { chunks: 180, chunk: 4096, pages: 20 } as const;
/** Another seed than those of the other benchmarks: what they measure is not measured here. */
const seed = 21;

/** The race of two ways past the cuts of the reader: a classifier that learned from the reader's own cuts, with the
 * neighbourhood in view, and the line reader, which does not cut. Trains the first, and measures how many of the same
 * images each reads exactly. Digits to learn from come from the training part, those that are read from the images
 * that no model learns from.
 *
 * @param options.samples a folder with photographs and `labels.tsv`, as `benchReading` takes it
 * @param options.sizes how much is trained and measured
 * @param options.write takes the results; a file of the benchmarks by default
 * @param options.folder where the trained model goes
 */
export async function benchCutter(
  { samples, sizes: { chunks, chunk, pages } = sizes, write = writeResults, folder }: {
    readonly samples?: string;
    readonly sizes?: Readonly<Record<"chunks" | "chunk" | "pages", number>>;
    readonly write?: typeof writeResults;
    readonly folder?: string;
  } = {},
): Promise<Measured> {
  await initBackend("wasm");
  const classifier = await loadHandwritingModel();
  const lineReader = await loadLineReader();
  const { train, validation } = profileSplit(
    profileNamed("handwriting"),
    (await loadMnist()).train,
  );
  const cutter = await cutterNetwork(classifier);
  const start = performance.now();
  const losses = await trainCutter(cutter, train, { seed, chunks, chunk });
  const minutes = Number(((performance.now() - start) / 60_000).toFixed(1));
  await saveModel(cutter, folder ?? projectPath("data", "runs", "cutter"));
  const models = { classifier, cutter, lineReader };
  const cuts = await scoreCuts(models, cutsToLearn(validation, seed + 1, chunk).next().value!);
  const race = await measureCutter(models, validation, {
    ...{ count: pages, rng: rngFromSeed(seed) },
    ...(samples && { samples: await labelledSamples(samples) }),
  });
  const training = {
    candidates: chunks * chunk,
    minutes,
    loss: Number(losses.at(-1)!.toFixed(4)),
    seed,
  };
  const results = { training, candidates: cuts, race };
  return { table: cutterTable(race, cuts), results: await write("cutter", results) };
}
