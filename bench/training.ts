import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/print.ts";
import { median } from "./median.ts";
import { buildBenchNetwork, type NetworkName } from "./networks.ts";
import { measurePeer } from "./peer.ts";
import { resultsTable } from "./results_table.ts";
import { type Measured, writeResults } from "./write_results.ts";

interface Row {
  readonly network: NetworkName;
  readonly batch: number;
  /** Images a second to reach. */
  readonly target?: number;
}

const rows: readonly Row[] = [
  { network: "keras", batch: 128, target: 300 },
  { network: "small", batch: 64 },
  { network: "narrow", batch: 32 },
];
const stepsPerRound = 15;

/** Images a second of training, ours and the peer's in turn, round by round.
 *
 * @param rounds how many
 * @returns the numbers, which also go to `results/training.json`
 */
export async function benchTraining(rounds: number): Promise<Measured> {
  const backend = await initBackend("wasm");
  const steps = rows.map((row) => trainingStep(row, rngFromSeed(1)));
  const ours: number[][] = rows.map(() => []);
  const theirs: number[][] = rows.map(() => []);
  let peer: string | null = null;
  for (let round = 1; round <= rounds; round++) {
    printNote(`Round ${round} of ${rounds}`);
    for (const [i, { network, batch }] of rows.entries()) {
      ours[i].push(1000 * batch / medianTime(steps[i]));
      const result = await measurePeer(network, batch);
      if (result === undefined) continue;
      peer = result.peer;
      theirs[i].push(result.trainImagesPerSecond);
    }
  }
  if (peer === null) printNote("No peer: PyTorch is not there (apt-get install python3-torch).");
  const results = rows.map(({ network, batch, target }, i) => ({
    ...{ network, batch, target: target ?? null },
    imagesPerSecond: Math.round(median(ours[i])),
    peerImagesPerSecond: peer === null ? null : Math.round(median(theirs[i])),
  }));
  const table = resultsTable(results, peer);
  return {
    table,
    results: await writeResults("training", { backend, threads: 1, rounds, peer, rows: results }),
  };
}

/** One step of SGD with momentum on one random batch: forward, backward, update. */
function trainingStep({ network, batch }: Row, rng: Rng): () => void {
  const model = buildBenchNetwork(network);
  const shape = [batch, ...model.inputs[0].shape.slice(1) as number[]];
  const size = tf.util.sizeFromShape(shape);
  const images = tf.tensor(Float32Array.from({ length: size }, () => rng.uniform()), shape);
  const digits = Int32Array.from({ length: batch }, () => rng.integer(10));
  const labels = tf.tidy(() => tf.oneHot(tf.tensor1d(digits, "int32"), 10).toFloat());
  const optimizer = tf.train.momentum(0.01, 0.9);
  return () => {
    optimizer.minimize(() => {
      const logits = model.apply(images, { training: true }) as tf.Tensor;
      return tf.losses.softmaxCrossEntropy(labels, logits);
    });
  };
}

/** Milliseconds of one step, after two that warm up. */
function medianTime(step: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < 2 + stepsPerRound; i++) {
    const start = performance.now();
    step();
    if (i >= 2) times.push(performance.now() - start);
  }
  return median(times);
}
