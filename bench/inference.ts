import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { measureBesidePeer } from "./beside_peer.ts";
import { median } from "@lib/base/statistics.ts";
import { medianTime } from "./median_time.ts";
import { buildBenchNetwork, randomBatch } from "./networks.ts";
import { measureOtherPeers, mostRounds, otherPeersTable } from "./other_peers.ts";
import { resultsTable } from "./results_table.ts";
import { type Measured, writeResults } from "./write_results.ts";

/** Milliseconds that one image may take. */
const target = 0.5;
const batch = 64;

/** How long stock `predict` takes: for one image, with the shipped model; and for batches, beside the
 * peer on one thread as well, in turn, round by round; and beside what else predicts in JavaScript, in its
 * fastest setting.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/inference.json`
 */
export async function benchInference(rounds: number): Promise<Measured> {
  const backend = await initBackend("wasm");
  const milliseconds = await measureSingle(rounds);
  const model = buildBenchNetwork("small");
  const { images } = randomBatch(model, batch, rngFromSeed(1));
  const step = (): Promise<unknown> => answerOf(model, images);
  const { peer, results: rows } = await measureBesidePeer([
    { task: "predict", network: "small", batch, threads: 1, way: "tf.layers", target: 0.9, step },
  ], rounds);
  const row = { task: "predict", network: "small", batch, step } as const;
  const others = await measureOtherPeers([
    { ...row, peer: "jax", target: 2 },
    { ...row, peer: "tfjs", target: null },
  ], Math.min(rounds, mostRounds));
  const table = [
    "| one image | median | target |",
    "| --- | --: | --: |",
    `| shipped model | ${milliseconds} ms | ≤ ${target} ms |`,
    "",
    resultsTable(rows, peer),
    "",
    otherPeersTable(others),
  ].join("\n");
  const single = { milliseconds, target };
  const measured = { backend, threads: 1, rounds, peer, single, rows, others };
  return { table, results: await writeResults("inference", measured) };
}

/** From the pixels of one image to the probabilities, both outside of tensors. */
async function measureSingle(rounds: number): Promise<number> {
  const model = await loadModel(projectPath("data", "model"));
  const rng = rngFromSeed(1);
  const pixels = Float32Array.from({ length: 784 }, () => rng.uniform());
  const step = async (): Promise<void> => {
    const image = tf.tensor4d(pixels, [1, 28, 28, 1]);
    await answerOf(model, image);
    image.dispose();
  };
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push(await medianTime(step, { steps: 100, warmUps: 20 }));
  }
  model.dispose();
  return Number(median(times).toFixed(3));
}

async function answerOf(model: tf.LayersModel, images: tf.Tensor): Promise<unknown> {
  const answer = model.predictOnBatch(images) as tf.Tensor;
  const values = await answer.data();
  answer.dispose();
  return values;
}
