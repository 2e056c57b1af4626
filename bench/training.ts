import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { compilePlan } from "@lib/backend/plan/compile_plan.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { oneHot } from "@lib/preprocess/dataset/one_hot.ts";
import { type Contest, measureBesidePeer } from "./beside_peer.ts";
import { buildBenchNetwork, type NetworkName, randomBatch } from "./networks.ts";
import {
  measureOtherPeers,
  mostRounds,
  type OtherContest,
  otherPeersTable,
} from "./other_peers.ts";
import { resultsTable } from "./results_table.ts";
import { type Measured, writeResults } from "./write_results.ts";

const tasks: readonly (readonly [network: NetworkName, batch: number, target: number | null])[] = [
  ["keras", 128, 1.5],
  ["small", 64, 1.1],
  ["narrow", 32, 1.2],
];

/** Images a second of training on one thread, ours and the peer's in turn, round by round: stock
 * `trainOnBatch` of a compiled `tf.layers` model, and the plan that the library's own training goes by. The
 * former also beside what else trains in JavaScript, in its fastest setting, on all cores if it can.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/training.json`
 */
export async function benchTraining(rounds: number): Promise<Measured> {
  const backend = await initBackend("wasm");
  const contests = tasks.flatMap(([network, batch, target]): Contest[] => {
    const row = { task: "train", network, batch, threads: 1 } as const;
    return [
      { ...row, way: "tf.layers", target, step: stepOfLayers(network, batch) },
      { ...row, way: "plan", target: null, step: stepOfPlan(network, batch) },
    ];
  });
  const { peer, results } = await measureBesidePeer(contests, rounds);
  const others = await measureOtherPeers(otherContests(), Math.min(rounds, mostRounds));
  const measured = { backend, threads: 1, rounds, peer, rows: results, others };
  return {
    table: `${resultsTable(results, peer)}\n\n${otherPeersTable(others)}`,
    results: await writeResults("training", measured),
  };
}

function otherContests(): OtherContest[] {
  const row = { task: "train", network: "keras", batch: 128 } as const;
  const step = stepOfLayers(row.network, row.batch);
  return [{ ...row, peer: "jax", target: 3, step }, { ...row, peer: "tfjs", target: null, step }];
}

/** One step of SGD with momentum on one random batch: forward, backward, update. */
function stepOfLayers(network: NetworkName, size: number): () => Promise<unknown> {
  const model = buildBenchNetwork(network);
  const { images, labels } = randomBatch(model, size, rngFromSeed(1));
  const targets = tf.tensor2d(oneHot(labels), [size, 10]);
  model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: "categoricalCrossentropy" });
  return () => model.trainOnBatch(images, targets);
}

/** The same step without tensors. */
function stepOfPlan(network: NetworkName, size: number): () => Promise<unknown> {
  const model = buildBenchNetwork(network);
  const { pixels, labels } = randomBatch(model, size, rngFromSeed(1));
  const plan = compilePlan(model, size)!;
  const update = { learningRate: 0.01, momentum: 0.9, nesterov: false, weightDecay: 0 };
  return () => {
    const loss = plan.gradients(pixels, labels);
    plan.sgdStep(update);
    return Promise.resolve(loss);
  };
}
